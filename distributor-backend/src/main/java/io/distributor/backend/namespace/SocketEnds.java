package io.distributor.backend.namespace;

import io.distributor.backend.DisconnectReason;
import io.distributor.backend.statistics.BackendCounters;

/**
 * Ends the lives of sockets here, each in one way: whichever is first. Called by the
 * thread of the link unless said otherwise.
 */
final class SocketEnds {

	private final HomeSockets sockets;

	private final SocketTasks tasks;

	private final SocketSlots slots;

	private final BackendCounters counters;

	SocketEnds(HomeSockets sockets, SocketTasks tasks, SocketSlots slots, BackendCounters counters) {
		this.sockets = sockets;
		this.tasks = tasks;
		this.slots = slots;
		this.counters = counters;
	}

	/**
	 * A connect handler refused the client. Called by its thread.
	 */
	void refuse(SocketQueue queue) {
		if (queue.socket().state().end(SocketEnd.REFUSED)) {
			this.sockets.remove(queue);
			close(queue, "was refused");
			this.slots.release();
		}
	}

	/**
	 * The client is gone.
	 * @param number number of its disconnect, or 0 if its distributor is gone, too
	 */
	void disconnect(SocketQueue queue, long number, DisconnectReason reason) {
		BackendSocket socket = queue.socket();
		if (!socket.state().end(SocketEnd.LEFT)) {
			return;
		}
		this.sockets.leave(queue);
		close(queue, "is gone: " + reason.text());
		queue.addEnd(() -> {
			this.tasks.disconnect(socket, reason);
			if (number > 0) {
				socket.reports().progress().handled(number);
				// Not left to the queue: when the slot is free, a drain may be done.
				socket.reports().handled();
			}
			this.sockets.remove(queue);
			this.slots.release();
		});
	}

	/**
	 * Everything is done that was to be done before a release. Called by a thread of the
	 * executor for handlers.
	 */
	void release(SocketQueue queue) {
		BackendSocket socket = queue.socket();
		boolean released = socket.state().end(SocketEnd.RELEASED);
		if (released) {
			this.sockets.leave(queue);
			socket.identity().end();
			this.tasks.release(socket);
			this.counters.released.increment();
		}
		socket.reports().released();
		if (released) {
			this.sockets.remove(queue);
			this.slots.release();
		}
	}

	/**
	 * Another instance is the home, though this one was not asked to release the socket.
	 */
	void lose(SocketQueue queue, String why) {
		BackendSocket socket = queue.socket();
		if (!socket.state().end(SocketEnd.LOST)) {
			return;
		}
		socket.reports().silence();
		this.sockets.leave(queue);
		close(queue, why);
		this.counters.lost.increment();
		queue.addEnd(() -> {
			this.tasks.release(socket);
			this.sockets.remove(queue);
			this.slots.release();
		});
	}

	private static void close(SocketQueue queue, String why) {
		queue.socket().identity().end();
		queue.socket().acks().close("socket " + queue.socket().id() + " " + why);
	}

}
