package io.distributor.backend.json;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Arguments;
import io.distributor.link.message.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

class PayloadReaderTests {

	private static final byte[] BYTES = { 0, 1, -1 };

	private static final String PLACEHOLDER = "{\"_placeholder\":true,\"num\":0}";

	private final PayloadReader reader = new PayloadReader(JsonMapper.shared());

	@ParameterizedTest
	@MethodSource
	void convertsAnArgument(String json, Type type, Object expected) {
		assertThat(arguments(json).get(0, type)).isEqualTo(expected);
	}

	static Stream<ArgumentSet> convertsAnArgument() {
		return Stream.of(argumentSet("int", "42", int.class, 42), argumentSet("negative", "-7", Integer.class, -7),
				argumentSet("long", "9007199254740993", long.class, 9007199254740993L),
				argumentSet("double", "-1.5e3", double.class, -1500.0),
				argumentSet("BigDecimal", "1.10", BigDecimal.class, new BigDecimal("1.10")),
				argumentSet("boolean", "true", boolean.class, true),
				argumentSet("String", "\"grüße \\\"]\\\\\"", String.class, "grüße \"]\\"),
				argumentSet("String beyond the basic plane", "\"\uD83D\uDE00\"", String.class, "\uD83D\uDE00"),
				argumentSet("record", "{\"room\":\"a\",\"count\":2}", Message.class, new Message("a", 2)),
				argumentSet("nested", "{\"m\":{\"room\":\"a\",\"count\":2}}",
						type(new TypeReference<Map<String, Message>>() {
						}), Map.of("m", new Message("a", 2))),
				argumentSet("list of records", "[{\"room\":\"a\",\"count\":2}]",
						type(new TypeReference<List<Message>>() {
						}), List.of(new Message("a", 2))),
				argumentSet("Map", "{\"a\":[1,{\"b\":null}]}", Map.class,
						Map.of("a", List.of(1, java.util.Collections.singletonMap("b", null)))),
				argumentSet("Object", "[1,\"two\"]", Object.class, List.of(1, "two")),
				argumentSet("JsonNode", "{\"a\":1}", JsonNode.class,
						JsonMapper.shared().createObjectNode().put("a", 1)),
				argumentSet("enum", "\"B\"", Letter.class, Letter.B),
				argumentSet("Optional", "1", type(new TypeReference<Optional<Integer>>() {
				}), Optional.of(1)));
	}

	@ParameterizedTest
	@MethodSource
	void refusesAnotherType(String json, Type type) {
		Arguments arguments = arguments(json);
		assertThatExceptionOfType(ArgumentConversionException.class).isThrownBy(() -> arguments.get(0, type))
			.withMessageContaining("argument 0")
			.withMessageContaining(type.getTypeName())
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

	static Stream<ArgumentSet> refusesAnotherType() {
		return Stream.of(argumentSet("text for int", "\"secret\"", int.class),
				argumentSet("text for a record", "\"secret\"", Message.class),
				argumentSet("text in a record", "{\"room\":\"a\",\"count\":\"secret\"}", Message.class),
				argumentSet("primitive component missing", "{\"room\":\"secret\"}", Message.class),
				argumentSet("list for a record", "[\"secret\"]", Message.class),
				argumentSet("object for a list", "{\"secret\":1}", List.class),
				argumentSet("beyond int", "99999999999", int.class), argumentSet("null for int", "null", int.class),
				argumentSet("unknown constant", "\"secret\"", Letter.class),
				argumentSet("literal placeholder for binary", PLACEHOLDER, byte[].class));
	}

	@Test
	void namesWhereInTheArgumentItWasButNoKeysOfTheClient() {
		Arguments arguments = arguments("{\"secret\":{\"room\":\"a\",\"count\":\"x\"}}");
		assertThatExceptionOfType(ArgumentConversionException.class)
			.isThrownBy(() -> arguments.get(0, type(new TypeReference<Map<String, Message>>() {
			})))
			.withMessageStartingWith("argument 0: something else at [key].count");
	}

	@Test
	void findsEachArgumentWhateverStandsBetweenThem() {
		ReceivedEvent event = this.reader
			.event(payload(" [ \"e\" ,\n1 , [2,[3]] ,{\"a\":\"],\\\"\"}\t,null,\"é\",-0.5 , true ,false] "));
		assertThat(event.name()).isEqualTo("e");
		Arguments arguments = event.arguments();
		assertThat(arguments.size()).isEqualTo(8);
		assertThat(arguments.get(7, boolean.class)).isFalse();
		assertThat(arguments.get(6, Boolean.class)).isTrue();
		assertThat(arguments.get(5, double.class)).isEqualTo(-0.5);
		assertThat(arguments.get(4, String.class)).isEqualTo("é");
		assertThat(arguments.get(3, String.class)).isNull();
		assertThat(arguments.get(2, Map.class)).isEqualTo(Map.of("a", "],\""));
		assertThat(arguments.get(1, List.class)).isEqualTo(List.of(2, List.of(3)));
		assertThat(arguments.get(0, int.class)).isEqualTo(1);
	}

	@Test
	void takesAMissingArgumentForNull() {
		Arguments arguments = this.reader.event(payload("[\"e\"]")).arguments();
		assertThat(arguments.size()).isZero();
		assertThat(arguments.get(0, String.class)).isNull();
		assertThatExceptionOfType(ArgumentConversionException.class).isThrownBy(() -> arguments.get(1, int.class))
			.withMessage("argument 1: null or missing (expected: int)");
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> arguments.get(-1, int.class));
	}

	@Test
	void readsManyArguments() {
		Arguments arguments = this.reader.answer(payload("[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]"));
		for (int i = 0; i < arguments.size(); i++) {
			assertThat(arguments.get(i, int.class)).isEqualTo(i);
		}
		assertThat(arguments.size()).isEqualTo(17);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[", "[\"e\"", "[]", "[null]", "[{}]", "[[]]", "[\"e\",]", "1", "[\"e\",tru]" })
	void refusesWhatIsNoEvent(String json) {
		assertThatExceptionOfType(ArgumentConversionException.class).isThrownBy(() -> this.reader.event(payload(json)));
	}

	@Test
	void refusesWhatIsNoAnswerWhenItIsAskedFor() {
		Arguments arguments = this.reader.answer(payload("{}"));
		assertThatExceptionOfType(ArgumentConversionException.class).isThrownBy(arguments::size)
			.withMessage("payload: something else (expected: a JSON array)");
	}

	@Test
	void putsBinaryWhereItsPlaceholderIs() {
		assertThat(binary(PLACEHOLDER).get(0, byte[].class)).isEqualTo(BYTES);
		assertThat(binary("{\"num\":0,\"_placeholder\":true}").get(0, byte[].class)).isEqualTo(BYTES);
		assertThat(binary(PLACEHOLDER).get(0, ByteBuffer.class)).isEqualTo(ByteBuffer.wrap(BYTES));
		assertThat(binary(PLACEHOLDER).get(0, Object.class)).isEqualTo(BYTES);
		assertThat(binary(PLACEHOLDER).get(0, JsonNode.class).binaryValue()).isEqualTo(BYTES);
	}

	@Test
	void putsBinaryInsideOtherValues() {
		String file = "{\"name\":\"a\",\"content\":" + PLACEHOLDER + "}";
		assertThat(binary(file).get(0, File.class).content()).isEqualTo(BYTES);
		assertThat(binary("[" + file + "]").get(0, File[].class)[0].content()).isEqualTo(BYTES);
		assertThat(binary(file).get(0, Map.class).get("content")).isEqualTo(BYTES);
		assertThat(binary("[" + PLACEHOLDER + "]").get(0, byte[][].class)[0]).isEqualTo(BYTES);
		assertThat(binary("[[" + PLACEHOLDER + "]]").get(0, JsonNode.class).get(0).get(0).binaryValue())
			.isEqualTo(BYTES);
	}

	@Test
	void readsTextBesideBinary() {
		ReceivedEvent event = this.reader.event(new Payload(
				("[\"e\",1.25,null,{\"room\":\"a\",\"count\":2}," + PLACEHOLDER + "]").getBytes(StandardCharsets.UTF_8),
				List.of(BYTES)));
		assertThat(event.name()).isEqualTo("e");
		assertThat(event.arguments().size()).isEqualTo(4);
		assertThat(event.arguments().get(0, double.class)).isEqualTo(1.25);
		assertThat(event.arguments().get(1, Message.class)).isNull();
		assertThat(event.arguments().get(2, Message.class)).isEqualTo(new Message("a", 2));
		assertThat(event.arguments().get(3, byte[].class)).isEqualTo(BYTES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "-1", "0.5", "\"0\"", "null", "4294967296", "[]" })
	void refusesAPlaceholderWithoutAttachment(String number) {
		Arguments arguments = binary("{\"_placeholder\":true,\"num\":" + number + "}");
		assertThatExceptionOfType(ArgumentConversionException.class).isThrownBy(() -> arguments.get(0, Object.class))
			.withMessage("placeholder without an attachment (expected: num from 0 to 0)");
	}

	@Test
	void leavesAnObjectThatOnlyLooksLikeAPlaceholder() {
		assertThat(arguments(PLACEHOLDER).get(0, Map.class)).isEqualTo(Map.of("_placeholder", true, "num", 0));
		assertThat(binary("{\"_placeholder\":\"true\",\"num\":0}").get(0, Map.class)).hasSize(2);
	}

	@Test
	void refusesDeepNesting() {
		String deep = "[".repeat(2000) + "]".repeat(2000);
		assertThatExceptionOfType(ArgumentConversionException.class).isThrownBy(() -> arguments(deep).size());
		assertThatExceptionOfType(ArgumentConversionException.class).isThrownBy(() -> binary(deep).size());
	}

	@Test
	void doesNotMakeTypesThatTheClientNames() {
		JsonMapper unsafe = JsonMapper.builder()
			.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
					DefaultTyping.NON_FINAL)
			.build();
		Arguments arguments = new PayloadReader(unsafe)
			.answer(payload("[[\"" + Message.class.getName() + "\",{\"room\":\"a\",\"count\":1}]]"));
		assertThat(arguments.get(0, Object.class)).isInstanceOf(List.class);
	}

	@Test
	void readsASingleValue() {
		assertThat(this.reader.value("{\"room\":\"a\",\"count\":1}".getBytes(StandardCharsets.UTF_8), Message.class,
				"auth"))
			.isEqualTo(new Message("a", 1));
		assertThatExceptionOfType(ArgumentConversionException.class)
			.isThrownBy(() -> this.reader.value("[]".getBytes(StandardCharsets.UTF_8), Message.class, "auth"))
			.withMessageStartingWith("auth: something else");
	}

	private Arguments arguments(String json) {
		return this.reader.answer(payload("[" + json + "]"));
	}

	private Arguments binary(String json) {
		return this.reader.answer(new Payload(("[" + json + "]").getBytes(StandardCharsets.UTF_8), List.of(BYTES)));
	}

	private static Payload payload(String json) {
		return new Payload(json.getBytes(StandardCharsets.UTF_8), List.of());
	}

	private static Type type(TypeReference<?> reference) {
		return reference.getType();
	}

	record Message(String room, int count) {
	}

	record File(String name, byte[] content) {
	}

	enum Letter {

		A, B

	}

}
