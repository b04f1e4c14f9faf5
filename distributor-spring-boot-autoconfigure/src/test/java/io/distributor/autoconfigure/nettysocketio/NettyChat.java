package io.distributor.autoconfigure.nettysocketio;

import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import com.corundumstudio.socketio.AckCallback;
import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.annotation.OnConnect;
import com.corundumstudio.socketio.annotation.OnDisconnect;
import com.corundumstudio.socketio.annotation.OnEvent;
import io.distributor.annotation.SocketNamespace;

/**
 * Handlers as they are written for netty-socketio; only the name of the namespace was
 * added to the class.
 */
@SocketNamespace("/chat")
public class NettyChat {

	@OnConnect
	public void onConnect(SocketIOClient client) {
		client.set("visits", 1L);
		client.set("token", UUID.fromString("00000000-0000-0000-0000-00000000002a"));
		client.joinRoom("lobby");
		client.sendEvent("welcome", new Line(client.getHandshakeData().getSingleUrlParam("name"), null));
	}

	@OnEvent("say")
	public void say(SocketIOClient client, Line line, AckRequest ack) {
		client.getNamespace().getRoomOperations("lobby").sendEvent("said", client, line);
		if (ack.isAckRequested()) {
			ack.sendAckData("said", line.getText().length());
		}
	}

	@OnEvent("pair")
	public void pair(Integer number, AckRequest ack, Map<String, Object> map) {
		ack.sendAckData(map, number);
	}

	@OnEvent("quiet")
	public void quiet(String text) {
		if (text == null) {
			throw new IllegalArgumentException("nothing was said");
		}
	}

	@OnEvent("twice")
	public void twice(SocketIOClient client) {
		client.sendEvent("once");
	}

	@OnEvent("twice")
	public void again(SocketIOClient client) {
		client.sendEvent("once");
	}

	@OnEvent("ask me")
	public void ask(SocketIOClient client) {
		client.sendEvent("question", new AckCallback<Line>(Line.class, 10) {

			@Override
			public void onSuccess(Line answer) {
				client.sendEvent("heard", answer.getText());
			}

		}, "how?");
	}

	@OnEvent("visit")
	public void visit(SocketIOClient client, AckRequest ack) {
		Long visits = client.get("visits");
		UUID token = client.get("token");
		client.set("visits", visits + 1);
		ack.sendAckData(visits, token.getLeastSignificantBits(), client.has("nothing"));
	}

	@OnEvent("rooms")
	public void rooms(SocketIOClient client, AckRequest ack) {
		client.leaveRoom("lobby");
		client.joinRoom("attic");
		TreeSet<String> rooms = new TreeSet<>(client.getAllRooms());
		rooms.remove(client.getNamespace().getName());
		ack.sendAckData(rooms, client.getCurrentRoomSize("attic"));
	}

	@OnEvent("bytes")
	public void bytes(byte[] bytes, AckRequest ack) {
		ack.sendAckData(bytes.length);
	}

	@OnEvent("leave")
	public void leave(SocketIOClient client) {
		client.disconnect();
	}

	@OnDisconnect
	public void onDisconnect(SocketIOClient client) {
		client.getNamespace().getBroadcastOperations().sendEvent("left", client, client.isChannelOpen());
	}

	/**
	 * A bean as Jackson 2 writes and reads it.
	 */
	public static class Line {

		private String author;

		private String text;

		public Line() {
		}

		public Line(String author, String text) {
			this.author = author;
			this.text = text;
		}

		public String getAuthor() {
			return this.author;
		}

		public void setAuthor(String author) {
			this.author = author;
		}

		public String getText() {
			return this.text;
		}

		public void setText(String text) {
			this.text = text;
		}

	}

}
