package io.distributor.benchmarks.driver;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Carries a client by HTTP long polling, as browsers do it: a poll is always under way on
 * one connection, what is sent goes by another, one request at a time. That one is opened
 * when it is needed, and again when the server has closed it: some do so after seconds
 * without a request.
 */
final class PollingConnection implements Connection {

	private static final byte SEPARATOR = 0x1e;

	private static final byte[] NONE = new byte[0];

	private static final String SID = "\"sid\":\"";

	private final Client client;

	private final HttpConnection polls = new HttpConnection(new Polls());

	private final Consumer<HttpConnection> opener;

	private @Nullable HttpConnection posts;

	private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();

	private final String host;

	private byte[] poll;

	private String postHead = "";

	/** Whether a request with what was sent is not answered. */
	private boolean posting;

	private boolean closed;

	/**
	 * Creates the connection.
	 * @param opener opens a connection to the server
	 */
	PollingConnection(int port, Relay events, Consumer<HttpConnection> opener) {
		this.opener = opener;
		this.client = new Client(this, events);
		this.host = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n";
		this.poll = get(target(""));
	}

	void open() {
		this.opener.accept(this.polls);
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
		HttpConnection posts = this.posts;
		if (this.unsent.size() == 0 || this.closed) {
			return;
		}
		if (posts == null) {
			posts = new HttpConnection(new Posts());
			this.posts = posts;
			this.opener.accept(posts);
		}
		else if (posts.isReady()) {
			byte[] body = this.unsent.toByteArray();
			this.unsent.reset();
			String head = this.postHead + body.length + "\r\n\r\n";
			posts.send(head.getBytes(StandardCharsets.ISO_8859_1), body);
			this.posting = true;
		}
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
		if (this.posts != null) {
			this.posts.close();
		}
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
		public void onFailure(Throwable cause) {
			PollingConnection.this.client.fail(cause);
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
			flush();
		}

		@Override
		public void onAnswer(ByteBuf in, int from, int end) {
			PollingConnection.this.posting = false;
			flush();
		}

		@Override
		public void onFailure(Throwable cause) {
			PollingConnection.this.client.fail(cause);
		}

		@Override
		public void onClosed() {
			if (PollingConnection.this.posting) {
				end();
				return;
			}
			PollingConnection.this.posts = null;
			flush();
		}

	}

}
