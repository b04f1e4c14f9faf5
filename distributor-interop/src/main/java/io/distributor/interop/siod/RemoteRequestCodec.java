package io.distributor.interop.siod;

import java.util.List;

import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.interop.siod.RemoteRequest.AllRooms;
import io.distributor.interop.siod.RemoteRequest.ClientRooms;
import io.distributor.interop.siod.RemoteRequest.Clients;
import io.distributor.interop.siod.RemoteRequest.CustomRequest;
import io.distributor.interop.siod.RemoteRequest.RemoteDisconnect;
import io.distributor.interop.siod.RemoteRequest.RemoteJoin;
import io.distributor.interop.siod.RemoteRequest.RemoteLeave;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes the requests of socket.io-redis 5 and their answers. The numbers of
 * the types are others than in later versions of the adapter.
 */
final class RemoteRequestCodec {

	private static final String REQUEST_ID = "requestid";

	private static final String TYPE = "type";

	private static final String SOCKET_ID = "sid";

	private static final String ROOM = "room";

	private static final int REMOTE_JOIN = 3;

	private static final int REMOTE_LEAVE = 4;

	private static final int REMOTE_DISCONNECT = 6;

	private static final int MAX_ROOMS = 10_000;

	private final SiodJson json;

	RemoteRequestCodec(SiodJson json) {
		this.json = json;
	}

	/**
	 * Reads a request.
	 * @throws MalformedMessageException if it is none
	 */
	RemoteRequest read(byte[] bytes) {
		ObjectNode message = this.json.readObject(bytes);
		String id = SiodJson.id(message, REQUEST_ID);
		long type = SiodJson.integer(message, TYPE);
		return switch ((int) Math.max(-1, Math.min(type, 7))) {
			case 0 -> new Clients(id, SiodJson.rooms(message, "rooms", MAX_ROOMS));
			case 1 -> new ClientRooms(id, SiodJson.id(message, SOCKET_ID));
			case 2 -> new AllRooms(id);
			case REMOTE_JOIN -> new RemoteJoin(id, SiodJson.id(message, SOCKET_ID), SiodJson.room(message.path(ROOM)));
			case REMOTE_LEAVE ->
				new RemoteLeave(id, SiodJson.id(message, SOCKET_ID), SiodJson.room(message.path(ROOM)));
			case 5 -> new CustomRequest(id);
			case REMOTE_DISCONNECT ->
				new RemoteDisconnect(id, SiodJson.id(message, SOCKET_ID), SiodJson.flag(message, "close"));
			default -> throw new MalformedMessageException("type: " + type + " (expected: 0 to 6)");
		};
	}

	byte[] join(String requestId, String socketId, String room) {
		return this.json.write(request(requestId, REMOTE_JOIN, socketId).put(ROOM, room));
	}

	byte[] leave(String requestId, String socketId, String room) {
		return this.json.write(request(requestId, REMOTE_LEAVE, socketId).put(ROOM, room));
	}

	byte[] disconnect(String requestId, String socketId, boolean closeConnection) {
		return this.json.write(request(requestId, REMOTE_DISCONNECT, socketId).put("close", closeConnection));
	}

	private ObjectNode request(String requestId, int type, String socketId) {
		return answer(requestId).put(TYPE, type).put(SOCKET_ID, socketId);
	}

	private ObjectNode answer(String requestId) {
		return this.json.object().put(REQUEST_ID, requestId);
	}

	byte[] done(String requestId) {
		return this.json.write(answer(requestId));
	}

	byte[] nothing(String requestId) {
		return this.json.write(answer(requestId).putNull("data"));
	}

	byte[] clients(String requestId, List<String> socketIds) {
		return this.json.write(answer(requestId, "clients", socketIds));
	}

	byte[] rooms(String requestId, List<String> rooms) {
		return this.json.write(answer(requestId, "rooms", rooms));
	}

	private ObjectNode answer(String requestId, String field, List<String> names) {
		ObjectNode answer = answer(requestId);
		ArrayNode array = answer.putArray(field);
		names.forEach(array::add);
		return answer;
	}

	/**
	 * Reads which request an answer is for.
	 * @return its id, or {@code null} if it names none
	 * @throws MalformedMessageException if it is no answer
	 */
	@Nullable String readAnswer(byte[] bytes) {
		JsonNode id = this.json.readObject(bytes).path(REQUEST_ID);
		return id.isString() ? id.stringValue() : null;
	}

}
