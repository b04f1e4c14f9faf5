package io.distributor.interop.adapter;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import io.distributor.link.message.Selection;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePackException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads requests: JSON, or MessagePack if they carry an event for clients. May be used
 * from any thread.
 */
public final class RequestReader {

	private final AdapterLimits limits;

	private final JsonMapper mapper;

	/**
	 * Creates the reader.
	 * @param limits what is read at most
	 */
	public RequestReader(AdapterLimits limits) {
		this.limits = limits;
		this.mapper = JsonMapper
			.builder(JsonFactory.builder()
				.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(limits.maxDepth()).build())
				.build())
			.build();
	}

	/**
	 * Reads a request.
	 * @param message what was published
	 * @return the request
	 * @throws MalformedMessageException if it is none, or one that is answered by nobody,
	 * has a reserved name of an event or room, or is beyond the limits
	 */
	public AdapterRequest read(byte[] message) {
		this.limits.checkSize(message);
		try {
			return (message.length > 0 && message[0] == '{') ? read(this.mapper.readTree(message))
					: readQuestion(new MessagePackInput(message));
		}
		catch (JacksonException | IOException | MessagePackException ex) {
			throw new MalformedMessageException("request: neither JSON nor MessagePack (expected: one of both)");
		}
	}

	private AdapterRequest read(JsonNode request) {
		String uid = request.path("uid").asString("");
		RequestType type = RequestType.of(request.path("type").intValue(-1));
		return switch (type) {
			case REMOTE_JOIN -> new AdapterRequest.Join(uid, selection(request), rooms(request));
			case REMOTE_LEAVE -> new AdapterRequest.Leave(uid, selection(request), rooms(request));
			case REMOTE_DISCONNECT ->
				new AdapterRequest.Disconnect(uid, selection(request), request.path("close").booleanValue(false));
			case SOCKETS -> new AdapterRequest.Ids(uid, id(request), new Selection(rooms(request), Set.of()));
			case ALL_ROOMS -> new AdapterRequest.Rooms(uid, id(request));
			case REMOTE_FETCH -> new AdapterRequest.Fetch(uid, id(request), selection(request));
			case SERVER_SIDE_EMIT -> new AdapterRequest.ServerEvent(uid, optionalId(request));
			default -> throw new MalformedMessageException("request: " + type + " in JSON (expected: another type)");
		};
	}

	private Selection selection(JsonNode request) {
		JsonNode options = request.path("opts");
		if (!options.isObject()) {
			throw new MalformedMessageException(
					"request: no opts (expected: those of @socket.io/redis-adapter 7 or 8)");
		}
		return new Selection(rooms(options), names(options.path("except")));
	}

	private Set<String> rooms(JsonNode parent) {
		return names(parent.path("rooms"));
	}

	private Set<String> names(JsonNode names) {
		if (names.isMissingNode() || names.isNull()) {
			return Set.of();
		}
		if (!names.isArray()) {
			throw new MalformedMessageException("rooms: " + names.getNodeType() + " (expected: an array)");
		}
		RoomCheck.checkNumber(names.size(), this.limits);
		Set<String> rooms = new HashSet<>();
		for (JsonNode name : names.values()) {
			if (!name.isString() && !name.isIntegralNumber()) {
				throw new MalformedMessageException("room: " + name.getNodeType() + " (expected: a name)");
			}
			rooms.add(RoomCheck.checkName(name.asString()));
		}
		return rooms;
	}

	private static String id(JsonNode request) {
		String id = optionalId(request);
		if (id == null) {
			throw new MalformedMessageException("request: no requestId (expected: a text)");
		}
		return id;
	}

	private static @Nullable String optionalId(JsonNode request) {
		JsonNode id = request.path("requestId");
		return id.isString() ? id.stringValue() : null;
	}

	private AdapterRequest readQuestion(MessagePackInput input) throws IOException {
		PacketReader packet = new PacketReader(input, this.limits);
		String uid = "";
		String id = null;
		int type = -1;
		int size = input.map();
		for (int i = 0; i < size; i++) {
			switch (input.name()) {
				case "uid" -> uid = input.string();
				case "requestId" -> id = input.string();
				case "type" -> type = input.integer();
				case "packet" -> packet.packet();
				case "opts" -> packet.options();
				default -> input.skip();
			}
		}
		input.checkEnd();
		if (type != RequestType.BROADCAST.number() || id == null) {
			throw new MalformedMessageException("request: type " + type + " in MessagePack (expected: "
					+ RequestType.BROADCAST.number() + " with a requestId)");
		}
		return new AdapterRequest.Ask(uid, id, packet.selection(), packet.payload());
	}

}
