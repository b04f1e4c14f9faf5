package io.distributor.interop.adapter;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;

import io.distributor.link.message.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Hexadecimal messages were written by {@code @socket.io/redis-emitter} 5.
 */
class BroadcastReaderTests {

	private static final String PLAIN = "93a7656d697474657283a47479706502a46461746198a46e657773ab68c3a96c6c6f20227122"
			+ "0a01ffcb3ff8000000000000c3c081a161920181a16202a36e7370a52f6368617483a5726f6f6d7392a27231a27232a5666c6167"
			+ "7382a8766f6c6174696c65c3a8636f6d7072657373c2a665786365707491a178";

	private static final String BINARY = "93a7656d697474657283a47479706502a46461746193a466696c65c40301020381a57061"
			+ "72747392c40104c400a36e7370a52f6368617483a5726f6f6d739107a5666c61677380a665786365707490";

	private static final String DATES = "93a7656d697474657283a47479706502a46461746195a164d6ff6b084970d7ff1d5353006b08"
			+ "4970c70cff3b8b87c0ffffffffffffffffc70cff000000000000004c3ac32680a36e7370a52f6368617483a5726f6f6d7390a566"
			+ "6c61677380a665786365707490";

	private static final String NUMBERS = "93a7656d697474657283a47479706502a4646174619ba16ecb3fb999999999999acb3e7a"
			+ "d7f29abcaf48cbbe7ad7f29abcaf48cf0000000100000000cf001fffffffffffffd3ffe0000000000001cbbfe0000000000000cb"
			+ "7ff8000000000000cb7ff0000000000000c3a36e7370a52f6368617483a5726f6f6d7390a5666c61677380a665786365707490";

	private final BroadcastReader reader = new BroadcastReader(AdapterLimits.DEFAULT);

	@Test
	void readsWhatAnEmitterPublishes() {
		AdapterBroadcast broadcast = read(PLAIN);
		assertThat(broadcast.uid()).isEqualTo("emitter");
		assertThat(broadcast.namespace()).isEqualTo("/chat");
		assertThat(broadcast.selection()).isEqualTo(new Selection(Set.of("r1", "r2"), Set.of("x")));
		assertThat(broadcast.droppable()).isTrue();
		assertThat(Packed.json(broadcast.payload()))
			.isEqualTo("[\"news\",\"héllo \\\"q\\\"\\n\",1,-1,1.5,true,null,{\"a\":[1,{\"b\":2}]}]");
	}

	@Test
	void makesBinaryValuesAttachmentsWhereverTheyAre() {
		AdapterBroadcast broadcast = read(BINARY);
		assertThat(broadcast.selection().rooms()).containsExactly("7");
		assertThat(broadcast.droppable()).isFalse();
		assertThat(Packed.json(broadcast.payload())).isEqualTo("[\"file\",{\"_placeholder\":true,\"num\":0},"
				+ "{\"parts\":[{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":2}]}]");
		assertThat(broadcast.payload().attachments()).containsExactly(new byte[] { 1, 2, 3 }, new byte[] { 4 },
				new byte[0]);
	}

	@Test
	void writesDatesAsJavaScriptDoes() {
		assertThat(Packed.json(read(DATES).payload())).isEqualTo("[\"d\",\"2026-11-26T15:00:00.000Z\","
				+ "\"2026-11-26T15:00:00.123Z\",\"1969-12-31T23:59:59.999Z\",\"+012345-01-01T00:00:00.000Z\"]");
	}

	@Test
	void writesNumbersAsJavaScriptDoes() {
		assertThat(Packed.json(read(NUMBERS).payload()))
			.isEqualTo("[\"n\",0.1,1e-7,-1e-7,4294967296,9007199254740991,-9007199254740991,-0.5,null,null,true]");
	}

	@Test
	void passesOnIntegersThatJavaScriptCannotHold() {
		byte[] message = Packed.eventWith((packer) -> packer.packArrayHeader(2)
			.packLong(Long.MIN_VALUE)
			.packBigInteger(new BigInteger("18446744073709551615")));
		assertThat(json(message)).isEqualTo("[\"event\",[-9223372036854775808,18446744073709551615]]");
	}

	@Test
	void leavesOutUndefinedPropertiesAndKeepsThePlacesOfUndefinedElements() {
		byte[] message = Packed.eventWith((packer) -> {
			packer.packMapHeader(2).packString("gone");
			undefined(packer);
			packer.packString("list").packArrayHeader(2);
			undefined(packer);
			packer.packInt(1);
		});
		assertThat(json(message)).isEqualTo("[\"event\",{\"list\":[null,1]}]");
	}

	@Test
	void readsTheDatesAndBuffersOfEarlierVersions() {
		byte[] message = Packed.eventWith((packer) -> {
			packer.packArrayHeader(2).packExtensionTypeHeader((byte) 0, 8);
			packer.writePayload(HexFormat.of().parseHex("0000019abf1fd480"));
			packer.packExtensionTypeHeader((byte) 0, 3).writePayload(new byte[] { 1, 2, 3 });
		});
		AdapterBroadcast broadcast = this.reader.read(message);
		assertThat(Packed.json(broadcast.payload()))
			.isEqualTo("[\"event\",[\"2025-11-26T07:45:25.632Z\",{\"_placeholder\":true,\"num\":0}]]");
		assertThat(broadcast.payload().attachments()).containsExactly(new byte[] { 1, 2, 3 });
	}

	@Test
	void takesEmptyArraysForEmptyMapsAndNamesThatAreNumbers() {
		byte[] message = Packed.broadcast((packer) -> {
			packer.packArrayHeader(2).packInt(5).packMapHeader(1).packInt(1).packString("one");
		}, (packer) -> {
			packer.packMapHeader(2).packString("flags").packArrayHeader(0).packString("rooms").packNil();
		});
		AdapterBroadcast broadcast = this.reader.read(message);
		assertThat(broadcast.selection()).isEqualTo(Selection.ALL);
		assertThat(Packed.json(broadcast.payload())).isEqualTo("[5,{\"1\":\"one\"}]");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener" })
	void refusesReservedEvents(String name) {
		assertRefused(Packed.broadcast((packer) -> packer.packArrayHeader(1).packString(name)), "reserved name");
	}

	@Test
	void refusesRoomsOfUsers() {
		assertRefused(Packed.broadcast((packer) -> packer.packArrayHeader(1).packString("event"), (
				packer) -> packer.packMapHeader(1).packString("rooms").packArrayHeader(1).packString("\u0000user:ann")),
				"begins with NUL");
	}

	@Test
	void refusesDataThatIsTooDeep() {
		int limit = AdapterLimits.DEFAULT.maxDepth();
		assertThat(this.reader.read(Packed.eventWith(nested(limit - 1)))).isNotNull();
		assertRefused(Packed.eventWith(nested(limit)), "too deep");
	}

	@Test
	void refusesMessagesThatAreTooLarge() {
		byte[] message = Packed.eventWith((packer) -> packer.packString("x".repeat(100)));
		assertThatExceptionOfType(MalformedMessageException.class)
			.isThrownBy(() -> new BroadcastReader(AdapterLimits.DEFAULT.withMaxBytes(100)).read(message))
			.withMessageContaining("bytes (expected: <= 100)");
	}

	@Test
	void refusesTooManyRoomsAndAttachments() {
		BroadcastReader narrow = new BroadcastReader(new AdapterLimits(1_000, 10, 1, 1));
		assertThatExceptionOfType(MalformedMessageException.class)
			.isThrownBy(() -> narrow.read(HexFormat.of().parseHex(PLAIN)))
			.withMessage("rooms: 2 (expected: <= 1)");
		assertThatExceptionOfType(MalformedMessageException.class)
			.isThrownBy(() -> narrow.read(HexFormat.of().parseHex(BINARY)))
			.withMessageContaining("too many binary values");
	}

	@Test
	void refusesWhatLooksLikeAPlaceholderBesideBinary() {
		Packed.Content forged = (packer) -> packer.packMapHeader(2)
			.packString("_placeholder")
			.packBoolean(true)
			.packString("num")
			.packInt(7);
		assertThat(json(Packed.eventWith(forged))).isEqualTo("[\"event\",{\"_placeholder\":true,\"num\":7}]");
		assertRefused(Packed.eventWith((packer) -> {
			packer.packArrayHeader(2).packBinaryHeader(1).writePayload(new byte[1]);
			forged.pack(packer);
		}), "placeholder");
	}

	@Test
	void refusesOtherTypesOfPacketsAndExtensions() {
		assertRefused(Packed.message((packer) -> packer.packArrayHeader(2)
			.packString("x")
			.packMapHeader(2)
			.packString("type")
			.packInt(1)
			.packString("data")
			.packArrayHeader(1)
			.packString("e")), "type 1");
		assertRefused(
				Packed.eventWith((packer) -> packer.packExtensionTypeHeader((byte) 5, 1).writePayload(new byte[1])),
				"extension 5");
	}

	@Test
	void refusesSizesBeyondTheMessageWithoutAllocatingThem() {
		String begin = "93a7656d697474657282a47479706502a46461746192a165";
		for (String huge : new String[] { "c6ffffffff", "dbffffffff", "c97fffffff00", "dd7fffffff", "df7fffffff" }) {
			assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> read(begin + huge));
		}
	}

	@Test
	void throwsNothingElseWhateverIsPublished() {
		Random random = new Random(7);
		for (String valid : new String[] { PLAIN, BINARY, DATES, NUMBERS }) {
			for (int i = 0; i < 5_000; i++) {
				byte[] mutated = HexFormat.of().parseHex(valid);
				for (int changes = random.nextInt(4); changes >= 0; changes--) {
					mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
				}
				try {
					this.reader.read(Arrays.copyOf(mutated, 1 + random.nextInt(mutated.length)));
				}
				catch (MalformedMessageException ex) {
					assertThat(ex).hasMessageContaining("expected");
				}
			}
		}
	}

	private static Packed.Content nested(int depth) {
		return (packer) -> {
			for (int i = 0; i < depth; i++) {
				packer.packArrayHeader(1);
			}
			packer.packNil();
		};
	}

	private static void undefined(MessageBufferPacker packer) throws IOException {
		packer.packExtensionTypeHeader((byte) 0, 1).writePayload(new byte[1]);
	}

	private AdapterBroadcast read(String hex) {
		return this.reader.read(HexFormat.of().parseHex(hex));
	}

	private String json(byte[] message) {
		return Packed.json(this.reader.read(message).payload());
	}

	private void assertRefused(byte[] message, String reason) {
		assertThatExceptionOfType(MalformedMessageException.class).isThrownBy(() -> this.reader.read(message))
			.withMessageContaining(reason);
	}

}
