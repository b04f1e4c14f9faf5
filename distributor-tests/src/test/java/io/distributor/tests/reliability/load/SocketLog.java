package io.distributor.tests.reliability.load;

import java.util.ArrayList;
import java.util.List;

import io.distributor.tests.reliability.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a client did and saw with one socket, from connect to disconnect. Written by the
 * event loop of the client, and read by others while it does not change or for a rough
 * view.
 */
public final class SocketLog {

	private final int client;

	private final int port;

	private volatile @Nullable String id;

	private volatile long connectedAt;

	private volatile boolean left;

	private volatile long lostAt;

	private final List<Long> sent = new ArrayList<>();

	private final List<Long> answered = new ArrayList<>();

	private final List<News> news = new ArrayList<>();

	private int answers;

	private int answeredTwice;

	/**
	 * Creates an empty log.
	 * @param client number of the client
	 * @param port port of the distributor
	 */
	public SocketLog(int client, int port) {
		this.client = client;
		this.port = port;
	}

	/**
	 * The client was accepted.
	 * @param id id of the socket
	 */
	public synchronized void connected(String id) {
		this.id = id;
		this.connectedAt = JournalEntry.now();
	}

	/**
	 * The client sends an event.
	 * @return number of the event, from 1
	 */
	public synchronized int nextEvent() {
		this.sent.add(JournalEntry.now());
		this.answered.add(0L);
		return this.sent.size();
	}

	/**
	 * An event was answered.
	 * @param number number of the event
	 */
	public synchronized void answered(int number) {
		if (this.answered.get(number - 1) != 0) {
			this.answeredTwice++;
			return;
		}
		this.answers++;
		this.answered.set(number - 1, JournalEntry.now());
	}

	/**
	 * The client heard a broadcast.
	 * @param news the broadcast
	 */
	public synchronized void heard(News news) {
		this.news.add(news);
	}

	/**
	 * The client leaves by itself.
	 */
	public void leave() {
		this.left = true;
	}

	/**
	 * The socket or its connection ended.
	 */
	public void end() {
		if (!this.left) {
			this.lostAt = JournalEntry.now();
		}
	}

	/**
	 * Returns the number of the client; a client that reconnects has several logs.
	 * @return number from 0
	 */
	public int client() {
		return this.client;
	}

	/**
	 * Returns the port of the distributor that the client was connected to.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Returns the id of the socket.
	 * @return the id, or {@code null} if the client was never accepted
	 */
	public @Nullable String id() {
		return this.id;
	}

	/**
	 * Returns when the client was accepted.
	 * @return microseconds since the epoch
	 */
	public long connectedAt() {
		return this.connectedAt;
	}

	/**
	 * Returns whether the client was disconnected without having asked for it.
	 * @return whether it was
	 */
	public boolean isLost() {
		return this.lostAt > 0;
	}

	/**
	 * Returns when the client was disconnected without having asked for it.
	 * @return microseconds since the epoch, 0 if it was not
	 */
	public long lostAt() {
		return this.lostAt;
	}

	/**
	 * Returns how many events wait for their answer.
	 * @return the number
	 */
	public synchronized int unanswered() {
		return this.sent.size() - this.answers;
	}

	public synchronized int sent() {
		return this.sent.size();
	}

	/**
	 * Returns when an event was sent.
	 * @param number number of the event, from 1
	 * @return microseconds since the epoch
	 */
	public synchronized long sentAt(int number) {
		return this.sent.get(number - 1);
	}

	/**
	 * Returns when an event was answered.
	 * @param number number of the event, from 1
	 * @return microseconds since the epoch, 0 if it was not
	 */
	public synchronized long answeredAt(int number) {
		return this.answered.get(number - 1);
	}

	public synchronized int answeredTwice() {
		return this.answeredTwice;
	}

	public synchronized List<News> news() {
		return List.copyOf(this.news);
	}

}
