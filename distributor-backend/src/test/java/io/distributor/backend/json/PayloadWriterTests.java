package io.distributor.backend.json;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.distributor.link.message.Payload;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PayloadWriterTests {

	private static final byte[] BYTES = { 0, 1, -1 };

	private final PayloadWriter writer = new PayloadWriter(JsonMapper.shared());

	@Test
	void writesAnEventWithItsArguments() {
		Payload payload = this.writer.event("e", new Object[] { 1, "zwei", null, List.of(true), new Message("a", 2) });
		assertThat(json(payload)).isEqualTo("[\"e\",1,\"zwei\",null,[true],{\"room\":\"a\",\"count\":2}]");
		assertThat(payload.attachments()).isEmpty();
	}

	@Test
	void writesAnAnswer() {
		assertThat(json(this.writer.answer())).isEqualTo("[]");
		assertThat(json(this.writer.answer("a", 1))).isEqualTo("[\"a\",1]");
	}

	@Test
	void takesNoArrayForOneNull() {
		assertThat(json(this.writer.event("e", null))).isEqualTo("[\"e\",null]");
		assertThat(json(this.writer.answer((Object[]) null))).isEqualTo("[null]");
	}

	@Test
	void writesBinaryAsAttachments() {
		ByteBuffer part = ByteBuffer.wrap(new byte[] { 9, 0, 1, -1, 9 }, 1, 3);
		Payload payload = this.writer.event("e",
				new Object[] { BYTES, Map.of("b", new byte[] { 2 }), new File("f", new byte[] { 3 }),
						List.of(new byte[] { 4 }), part, part.slice(),
						JsonNodeFactory.instance.objectNode().put("n", new byte[] { 5 }) });
		assertThat(json(payload)).isEqualTo("[\"e\"," + placeholder(0) + ",{\"b\":" + placeholder(1)
				+ "},{\"name\":\"f\",\"content\":" + placeholder(2) + "},[" + placeholder(3) + "]," + placeholder(4)
				+ "," + placeholder(5) + ",{\"n\":" + placeholder(6) + "}]");
		assertThat(payload.attachments()).usingRecursiveComparison()
			.isEqualTo(List.of(BYTES, new byte[] { 2 }, new byte[] { 3 }, new byte[] { 4 }, BYTES, BYTES,
					new byte[] { 5 }));
	}

	@Test
	void writesADirectBufferAsAttachment() {
		ByteBuffer direct = ByteBuffer.allocateDirect(3).put(BYTES).flip();
		assertThat(this.writer.answer(direct).attachments().get(0)).isEqualTo(BYTES);
	}

	@Test
	void writesWhatASerializerStreamsAsAttachment() {
		SimpleModule module = new SimpleModule().addSerializer(Message.class, new ValueSerializer<Message>() {

			@Override
			public void serialize(Message value, JsonGenerator generator, SerializationContext context) {
				generator.writeBinary(new ByteArrayInputStream(BYTES), BYTES.length);
			}

		});
		Payload payload = new PayloadWriter(JsonMapper.builder().addModule(module).build()).answer(new Message("a", 1));
		assertThat(json(payload)).isEqualTo("[" + placeholder(0) + "]");
		assertThat(payload.attachments().get(0)).isEqualTo(BYTES);
	}

	@Test
	void keepsACopyOfBinary() {
		byte[] reused = BYTES.clone();
		Payload payload = this.writer.answer(reused);
		reused[0] = 99;
		assertThat(payload.attachments().get(0)).isEqualTo(BYTES);
	}

	@Test
	void writesOnOneLineWhateverTheMapperSays() {
		JsonMapper pretty = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		assertThat(json(new PayloadWriter(pretty).answer(Map.of("a", 1)))).isEqualTo("[{\"a\":1}]");
	}

	@Test
	void namesTheArgumentThatCannotBeWritten() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.writer.event("e", new Object[] { 1, new Loop() }))
			.withMessageContaining("argument 1: " + Loop.class.getName());
	}

	@Test
	void writesASingleValue() {
		assertThat(this.writer.value(Map.of("a", 1))).isEqualTo("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
		assertThatIllegalArgumentException().isThrownBy(() -> this.writer.value(new Loop()));
	}

	@Test
	void isReadBackByTheReader() {
		Payload payload = this.writer.event("e", new Object[] { new File("ü", BYTES), 1L });
		ReceivedEvent event = new PayloadReader(JsonMapper.shared()).event(payload);
		assertThat(event.arguments().get(0, File.class)).usingRecursiveComparison().isEqualTo(new File("ü", BYTES));
	}

	private static String json(Payload payload) {
		return new String(payload.json(), StandardCharsets.UTF_8);
	}

	private static String placeholder(int number) {
		return "{\"_placeholder\":true,\"num\":" + number + "}";
	}

	record Message(String room, int count) {
	}

	record File(String name, byte[] content) {
	}

	static class Loop {

		public Loop getSelf() {
			return this;
		}

	}

}
