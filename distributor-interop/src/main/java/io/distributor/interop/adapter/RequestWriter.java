package io.distributor.interop.adapter;

import java.util.Collection;

import io.distributor.link.message.Selection;
import tools.jackson.core.JsonGenerator;

/**
 * Writes requests that nobody answers, as JSON. May be used from any thread.
 */
public final class RequestWriter {

	private final String uid;

	/**
	 * Creates the writer.
	 * @param uid who asks
	 */
	public RequestWriter(String uid) {
		this.uid = uid;
	}

	/**
	 * Asks that sockets join rooms.
	 * @param selection which sockets
	 * @param rooms names of the rooms
	 * @return what is to be published
	 */
	public byte[] join(Selection selection, Collection<String> rooms) {
		return JsonText.object((json) -> {
			begin(json, RequestType.REMOTE_JOIN, selection);
			JsonText.names(json, "rooms", rooms);
		});
	}

	/**
	 * Asks that sockets leave rooms.
	 * @param selection which sockets
	 * @param rooms names of the rooms
	 * @return what is to be published
	 */
	public byte[] leave(Selection selection, Collection<String> rooms) {
		return JsonText.object((json) -> {
			begin(json, RequestType.REMOTE_LEAVE, selection);
			JsonText.names(json, "rooms", rooms);
		});
	}

	/**
	 * Asks that sockets are disconnected.
	 * @param selection which sockets
	 * @param closeConnection whether to close the whole connections
	 * @return what is to be published
	 */
	public byte[] disconnect(Selection selection, boolean closeConnection) {
		return JsonText.object((json) -> {
			begin(json, RequestType.REMOTE_DISCONNECT, selection);
			json.writeBooleanProperty("close", closeConnection);
		});
	}

	private void begin(JsonGenerator json, RequestType type, Selection selection) {
		json.writeStringProperty("uid", this.uid);
		json.writeNumberProperty("type", type.number());
		json.writeName("opts");
		json.writeStartObject();
		JsonText.names(json, "rooms", selection.rooms());
		JsonText.names(json, "except", selection.except());
		json.writeEndObject();
	}

}
