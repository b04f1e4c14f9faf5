package io.distributor.interop.adapter;

import java.util.Collection;

import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketDetails;

/**
 * Writes answers to requests: JSON, or MessagePack for what a client answered. May be
 * used from any thread.
 */
public final class ResponseWriter {

	/**
	 * Says which ids sockets have.
	 * @param requestId id of the request
	 * @param ids the ids
	 * @return what is to be published
	 */
	public byte[] ids(String requestId, Collection<String> ids) {
		return JsonText.object((json) -> {
			json.writeStringProperty("requestId", requestId);
			JsonText.names(json, "sockets", ids);
		});
	}

	/**
	 * Says which rooms there are.
	 * @param requestId id of the request
	 * @param rooms names of the rooms
	 * @return what is to be published
	 */
	public byte[] rooms(String requestId, Collection<String> rooms) {
		return JsonText.object((json) -> {
			json.writeStringProperty("requestId", requestId);
			JsonText.names(json, "rooms", rooms);
		});
	}

	/**
	 * Describes sockets.
	 * @param requestId id of the request
	 * @param sockets the sockets
	 * @return what is to be published
	 */
	public byte[] sockets(String requestId, Collection<SocketDetails> sockets) {
		return JsonText.object((json) -> {
			json.writeStringProperty("requestId", requestId);
			json.writeName("sockets");
			json.writeStartArray();
			sockets.forEach((socket) -> DetailsWriter.write(json, socket));
			json.writeEndArray();
		});
	}

	/**
	 * Says how many clients were asked.
	 * @param requestId id of the request
	 * @param clients their number
	 * @return what is to be published
	 */
	public byte[] clientCount(String requestId, int clients) {
		return JsonText.object((json) -> {
			json.writeNumberProperty("type", RequestType.BROADCAST_CLIENT_COUNT.number());
			json.writeStringProperty("requestId", requestId);
			json.writeNumberProperty("clientCount", clients);
		});
	}

	/**
	 * Says what a client answered: its first argument, as servers tell it.
	 * @param requestId id of the request
	 * @param answer arguments of the answer
	 * @return what is to be published
	 */
	public byte[] clientAnswer(String requestId, Payload answer) {
		return new DataWriter().map(3)
			.string("type")
			.number(RequestType.BROADCAST_ACK.number())
			.string("requestId")
			.string(requestId)
			.string("packet")
			.firstArgument(answer)
			.bytes();
	}

	/**
	 * Answers an event for servers, with nothing.
	 * @param requestId id of the request
	 * @return what is to be published
	 */
	public byte[] serverEventHeard(String requestId) {
		return JsonText.object((json) -> {
			json.writeNumberProperty("type", RequestType.SERVER_SIDE_EMIT.number());
			json.writeStringProperty("requestId", requestId);
			json.writeNullProperty("data");
		});
	}

}
