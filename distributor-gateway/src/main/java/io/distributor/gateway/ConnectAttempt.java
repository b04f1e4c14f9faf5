package io.distributor.gateway;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.distributor.engine.namespace.ConnectRequest;
import io.distributor.engine.session.CloseReason;
import io.distributor.link.presence.NodeId;

/**
 * A client's way into a namespace: it looks for a home, waits for one if there may be one
 * soon, asks it, asks another if that goes away, and gives up when the time is over. To
 * be used on the event loop of the socket, apart from {@link #wake()}.
 */
final class ConnectAttempt {

	private static final Logger logger = LoggerFactory.getLogger(ConnectAttempt.class);

	private final GatewaySocket socket;

	private final ConnectRequest request;

	private final GatewayParts parts;

	private @Nullable Future<?> deadline;

	private boolean checking;

	private boolean over;

	ConnectAttempt(GatewaySocket socket, ConnectRequest request, GatewayParts parts) {
		this.socket = socket;
		this.request = request;
		this.parts = parts;
		parts.counters().connecting.incrementAndGet();
	}

	void start() {
		if (this.over) {
			return;
		}
		this.deadline = this.socket.executor()
			.schedule(this::giveUp, this.parts.options().backendWait().toNanos(), TimeUnit.NANOSECONDS);
		AdmissionCheck check = this.parts.options().admissionCheck();
		if (check == AdmissionCheck.NONE) {
			seekHome();
		}
		else {
			check(check);
		}
	}

	private void check(AdmissionCheck check) {
		this.checking = true;
		check.check(this.socket.namespace(), this.socket.client().handshake(), this.request.auth())
			.whenComplete((refusal, failure) -> this.socket.execute(() -> checked(refusal, failure)));
	}

	private void checked(AdmissionCheck.@Nullable Refusal refusal, @Nullable Throwable failure) {
		this.checking = false;
		if (this.over) {
			return;
		}
		if (failure != null) {
			logger.warn("A client of {} is refused because its check failed", this.socket.namespace(), failure);
			refuse(ConnectRefusal.ADMISSION, "Connection refused", null, null);
		}
		else if (refusal != null) {
			refuse(ConnectRefusal.ADMISSION, refusal.message(), refusal.data(), null);
		}
		else {
			seekHome();
		}
	}

	/**
	 * Looks for a home again. May be called from any thread.
	 */
	void wake() {
		this.socket.execute(this::seekHome);
	}

	/**
	 * Looks for a home unless there is one.
	 */
	void seekHome() {
		if (this.over || this.checking || this.socket.homes().home() != null) {
			return;
		}
		Topology topology = this.parts.backends().topology();
		switch (this.parts.admission().decide(this.socket.namespace(), topology)) {
			case ASK -> ask();
			case WAIT -> await(topology);
			case REFUSE -> refuse(ConnectRefusal.NAMESPACE, "Invalid namespace", null, null);
			case LEAVE -> this.socket.closeConnection(CloseReason.SERVER_SHUTTING_DOWN, "distributor is leaving");
		}
	}

	private void ask() {
		String namespace = this.socket.namespace();
		String pattern = this.parts.backends().topology().patternOf(namespace);
		if (pattern != null && !this.parts.directory().hasRoomFor(namespace)) {
			refuse(ConnectRefusal.TOO_MANY_NAMESPACES, "Too many namespaces", null, null);
			return;
		}
		// From now on this socket is told when a backend goes; one that went before is
		// not
		// in the topology any more.
		this.socket.enlist(pattern);
		NodeId node = this.parts.backends().topology().homeFor(this.socket.namespace(), this.socket.id());
		if (node == null) {
			seekHome();
			return;
		}
		this.parts.waiting().remove(this);
		this.socket.homes().connect(node);
	}

	private void await(Topology topology) {
		if (!this.parts.waiting().add(this)) {
			refuse(ConnectRefusal.NO_BACKEND, "No backend for namespace " + this.socket.namespace(), null, null);
		}
		else if (this.parts.backends().topology() != topology || this.parts.admission().isLeaving()) {
			// Who woke those that waited did not see this one.
			seekHome();
		}
	}

	void accept() {
		finish();
		this.parts.counters().connectsAccepted.increment();
		this.request.accept();
	}

	/**
	 * Refuses the client on behalf of its home.
	 */
	void refuse(String message, byte @Nullable [] data) {
		refuse(ConnectRefusal.BACKEND, message, data, null);
	}

	private void refuse(ConnectRefusal reason, String message, byte @Nullable [] data, @Nullable String description) {
		this.parts.counters().connectRefused(reason);
		this.socket.vanish(CloseReason.SERVER_NAMESPACE_DISCONNECT, description);
		this.request.refuse(message, data);
	}

	private void giveUp() {
		if (this.over) {
			return;
		}
		this.parts.counters().connectsTimedOut.increment();
		String namespace = this.socket.namespace();
		Home home = this.socket.homes().home();
		if (home == null) {
			refuse(ConnectRefusal.NO_BACKEND, "No backend for namespace " + namespace, null, null);
			return;
		}
		logger.debug("Backend {} did not answer the connect request of {} in {}", home.node(), this.socket.id(),
				namespace);
		refuse(ConnectRefusal.NO_ANSWER, "No answer from the backend of namespace " + namespace, null,
				"connect request was not answered in time");
	}

	/**
	 * Ends this attempt, whatever its outcome.
	 */
	void finish() {
		if (this.over) {
			return;
		}
		this.over = true;
		this.parts.waiting().remove(this);
		this.parts.counters().connecting.decrementAndGet();
		if (this.deadline != null) {
			this.deadline.cancel(false);
		}
	}

}
