package io.distributor.interop.siod;

import java.util.List;

import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.interop.siod.ToDistributorMessage.Callback;
import io.distributor.interop.siod.ToDistributorMessage.Close;
import io.distributor.interop.siod.ToDistributorMessage.Custom;
import io.distributor.link.message.Payload;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes what backends of the original tell distributors.
 */
final class ToDistributorCodec {

	private final SiodJson json;

	private final BufferValues buffers;

	ToDistributorCodec(SiodJson json) {
		this.json = json;
		this.buffers = new BufferValues(json);
	}

	/**
	 * Reads a message.
	 * @throws MalformedMessageException if it is none
	 */
	ToDistributorMessage read(byte[] bytes) {
		ObjectNode message = this.json.readObject(bytes);
		return switch (SiodJson.text(message, "type")) {
			case "callback" -> callback(message);
			case "close" -> new Close(SiodJson.text(message, "namespace"));
			case "custom" -> new Custom(this.json.fields(message));
			default -> throw new MalformedMessageException("type: unknown (expected: callback, close or custom)");
		};
	}

	private Callback callback(ObjectNode message) {
		long callbackId = SiodJson.integer(message, "callbackId");
		if (callbackId <= 0) {
			throw new MalformedMessageException("callbackId: " + callbackId + " (expected: > 0)");
		}
		byte[] arguments = this.json.write(SiodJson.array(message, "data"));
		return new Callback(SiodJson.text(message, "namespace"), SiodJson.id(message, "socketId"), callbackId,
				new Payload(arguments, List.of()));
	}

	byte[] callback(String namespace, String socketId, long callbackId, Payload payload) {
		ObjectNode message = this.json.object();
		message.put("type", "callback");
		message.put("callbackId", callbackId);
		message.set("data", this.buffers.inline(payload));
		message.put("namespace", namespace);
		message.put("socketId", socketId);
		return this.json.write(message);
	}

	byte[] close(String namespace) {
		return this.json.write(this.json.object().put("type", "close").put("namespace", namespace));
	}

}
