package io.distributor.backend.namespace;

/**
 * Tells the distributor, now and then, up to which event a socket's are handled. May be
 * used from any thread.
 */
final class HandledReport {

	private final BackendSocket socket;

	private long handled;

	private long reported;

	HandledReport(BackendSocket socket) {
		this.socket = socket;
	}

	synchronized void handled(long number) {
		this.handled = number;
	}

	synchronized void send() {
		if (this.handled > this.reported && !this.socket.state().isGone()) {
			this.reported = this.handled;
			this.socket.outbox().handled(this.socket.key(), this.handled);
		}
	}

}
