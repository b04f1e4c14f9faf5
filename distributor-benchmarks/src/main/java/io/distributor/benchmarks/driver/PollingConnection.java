package io.distributor.benchmarks.driver;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.netty.buffer.ByteBuf;

/**
 * Carries a client by HTTP long polling, as browsers do it: a poll is always under way on
 * one connection, what is sent goes by the other, one request at a time.
 */
final class PollingConnection implements Connection {

	private static final byte SEPARATOR = 0x1e;

	private static final byte[] NONE = new byte[0];

	private static final String SID = "\"sid\":\"";

	private final Client client;

	private final HttpConnection polls = new HttpConnection(new Polls());

	private final HttpConnection posts = new HttpConnection(new Posts());

	private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();

	private final String host;

	private byte[] poll;

	private String postHead = "";

	private boolean closed;

	PollingConnection(int port, ClientEvents events) {
		this.client = new Client(this, events);
		this.host = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n";
		this.poll = get(target(""));
	}

	/**
	 * Returns what reads the connection of the polls.
	 */
	HttpConnection polls() {
		return this.polls;
	}

	/**
	 * Returns what reads the connection of what is sent.
	 */
	HttpConnection posts() {
		return this.posts;
	}

	private static String target(String sid) {
		return "/socket.io/?EIO=4&transport=polling" + (sid.isEmpty() ? "" : "&sid=" + sid);
	}

	private byte[] get(String target) {
		return ("GET " + target + this.host + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
	}

	@Override
	public void write(byte[] packet) {
		if (this.unsent.size() > 0) {
			this.unsent.write(SEPARATOR);
		}
		this.unsent.writeBytes(packet);
	}

	@Override
	public void writeAttachment(byte[] attachment) {
		this.unsent.write(SEPARATOR);
		this.unsent.write('b');
		this.unsent.writeBytes(Base64.getEncoder().encode(attachment));
	}

	@Override
	public void flush() {
		if (this.unsent.size() == 0 || !this.posts.isReady()) {
			return;
		}
		byte[] body = this.unsent.toByteArray();
		this.unsent.reset();
		String head = this.postHead + body.length + "\r\n\r\n";
		this.posts.send(head.getBytes(StandardCharsets.ISO_8859_1), body);
	}

	private void poll() {
		if (!this.closed && this.polls.isReady()) {
			this.polls.send(this.poll, NONE);
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.polls.close();
		this.posts.close();
	}

	private void onOpen(String packet) {
		int from = packet.indexOf(SID) + SID.length();
		String target = target(packet.substring(from, packet.indexOf('"', from)));
		this.poll = get(target);
		this.postHead = "POST " + target + this.host + "Content-Type: text/plain;charset=UTF-8\r\nContent-Length: ";
	}

	private void end() {
		if (!this.closed) {
			close();
			this.client.onClosed();
		}
	}

	/** What comes by polls. */
	private final class Polls implements HttpConnection.Listener {

		@Override
		public void onReady() {
			poll();
		}

		@Override
		public void onAnswer(ByteBuf in, int from, int end) {
			int start = from;
			while (start < end) {
				int separator = in.indexOf(start, end, SEPARATOR);
				int behind = (separator < 0) ? end : separator;
				read(in, start, behind);
				start = behind + 1;
			}
			PollingConnection.this.client.flush();
			poll();
		}

		private void read(ByteBuf in, int from, int end) {
			switch (in.getByte(from)) {
				case '0' -> {
					onOpen(in.toString(from, end - from, StandardCharsets.ISO_8859_1));
					PollingConnection.this.client.read(in, from, end);
				}
				case '1' -> PollingConnection.this.end();
				case 'b' -> PollingConnection.this.client.readAttachment();
				default -> PollingConnection.this.client.read(in, from, end);
			}
		}

		@Override
		public void onClosed() {
			end();
		}

	}

	/** What becomes of what was sent. */
	private final class Posts implements HttpConnection.Listener {

		@Override
		public void onReady() {
			if (!PollingConnection.this.postHead.isEmpty()) {
				flush();
			}
		}

		@Override
		public void onAnswer(ByteBuf in, int from, int end) {
			flush();
		}

		@Override
		public void onClosed() {
			end();
		}

	}

}
