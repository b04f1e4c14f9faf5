package io.distributor.interop.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.distributor.link.message.Payload;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/**
 * Makes messages as emitters of any language might.
 */
final class Packed {

	private Packed() {
	}

	/** A broadcast of an event with one argument. */
	static byte[] eventWith(Content argument) {
		return broadcast((packer) -> {
			packer.packArrayHeader(2).packString("event");
			argument.pack(packer);
		});
	}

	/** A broadcast to all with some data. */
	static byte[] broadcast(Content data) {
		return broadcast(data, (packer) -> packer.packMapHeader(0));
	}

	static byte[] broadcast(Content data, Content options) {
		return message((packer) -> {
			packer.packArrayHeader(3).packString("emitter").packMapHeader(3);
			packer.packString("type").packInt(2).packString("nsp").packString("/chat").packString("data");
			data.pack(packer);
			options.pack(packer);
		});
	}

	static byte[] message(Content content) {
		try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
			content.pack(packer);
			return packer.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String json(Payload payload) {
		return new String(payload.json(), StandardCharsets.UTF_8);
	}

	interface Content {

		void pack(MessageBufferPacker packer) throws IOException;

	}

}
