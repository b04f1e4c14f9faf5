package io.distributor.backend.namespace;

import java.util.Map;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Arguments;
import io.distributor.backend.ServerSideEvent;
import io.distributor.backend.ServerSideHandler;
import io.distributor.backend.json.ReceivedEvent;
import io.distributor.backend.statistics.EventOutcome;
import io.distributor.backend.tracing.EventScope;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.message.Payload;
import io.distributor.link.message.PeerAnswer;
import io.distributor.link.message.PeerEvent;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One event of another instance on its way through its handler to its answer. Called by
 * threads of the executor for handlers, {@link #refuse()} by that of the link.
 */
final class ServerSideRun {

	private static final Logger logger = LoggerFactory.getLogger(ServerSideRun.class);

	private final PeerLink link;

	private final NodeId sender;

	private final Map<String, String> headers;

	private final PeerEvent message;

	private EventScope scope = EventScope.NONE;

	ServerSideRun(PeerLink link, NodeId sender, Map<String, String> headers, PeerEvent message) {
		this.link = link;
		this.sender = sender;
		this.headers = headers;
		this.message = message;
	}

	void start(Map<String, ServerSideHandler> handlers) {
		String peer = this.link.peers().describe(this.sender);
		String name = "";
		try {
			ReceivedEvent event = this.link.reader().event(this.message.payload());
			name = event.name();
			ServerSideHandler handler = handlers.get(name);
			if (handler == null) {
				logger.debug("Nothing handles event '{}' of instance {} in namespace {}", LogText.of(name), peer,
						this.message.namespace());
				refuse();
				return;
			}
			call(handler, new Received(name, event.arguments(), peer));
		}
		catch (ArgumentConversionException ex) {
			// Only the message: the cause quotes the payload.
			logger.warn("Arguments of event '{}' of instance {} do not convert: {}", LogText.of(name), peer,
					ex.getMessage());
			this.scope.end(EventOutcome.INVALID_ARGUMENTS, ex);
			refuse();
		}
		catch (Throwable ex) {
			fail(name, ex);
		}
	}

	private void call(ServerSideHandler handler, Received event) throws Exception {
		this.scope = this.link.tracing().begin(this.message.namespace(), event.name(), this.headers);
		try {
			answerWith(event.name(), handler.handle(event));
		}
		finally {
			this.scope.leave();
		}
	}

	private void answerWith(String name, @Nullable Object result) {
		if (result instanceof CompletionStage<?> stage) {
			stage.whenComplete((value, failure) -> {
				if (failure != null) {
					fail(name, failure);
				}
				else {
					answer(name, value);
				}
			});
		}
		else {
			answer(name, result);
		}
	}

	private void answer(String name, @Nullable Object value) {
		if (isAwaited()) {
			try {
				send(this.link.writer().answer(value));
			}
			catch (IllegalArgumentException ex) {
				fail(name, ex);
				return;
			}
		}
		this.scope.end(EventOutcome.HANDLED, null);
	}

	private void fail(String name, Throwable failure) {
		logger.warn("Handler of event '{}' between instances of namespace {} failed", LogText.of(name),
				this.message.namespace(), failure);
		this.scope.end(EventOutcome.FAILED, failure);
		refuse();
	}

	/**
	 * There will be no answer.
	 */
	void refuse() {
		if (isAwaited()) {
			send(null);
		}
	}

	private boolean isAwaited() {
		return this.message.requestId() > 0;
	}

	private void send(@Nullable Payload answer) {
		try {
			this.link.peers().send(this.sender, new PeerAnswer(this.message.requestId(), answer));
		}
		catch (LinkOverloadedException ex) {
			// The sender goes without this answer after its timeout.
			logger.debug("The link is full: an answer to instance {} is dropped", this.sender);
		}
	}

	private record Received(String name, Arguments arguments, String sender) implements ServerSideEvent {

	}

}
