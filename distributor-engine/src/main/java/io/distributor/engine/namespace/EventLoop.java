package io.distributor.engine.namespace;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.netty.util.concurrent.EventExecutor;

/**
 * An event loop and the parts of namespaces on it. Unless a method says otherwise it may
 * be called on that loop only.
 */
final class EventLoop {

	private final EventExecutor executor;

	private final NamespaceDirectory directory;

	private final Map<String, LoopNamespace> namespaces = new HashMap<>();

	private final Set<SessionSockets> sessions = new HashSet<>();

	private final Supplier<String> socketIds;

	private boolean calling;

	EventLoop(EventExecutor executor, NamespaceDirectory directory, Supplier<String> socketIds) {
		this.executor = executor;
		this.directory = directory;
		this.socketIds = socketIds;
	}

	/** Returns the sessions that are open. */
	Set<SessionSockets> sessions() {
		return this.sessions;
	}

	/** May be called from any thread. */
	CompletableFuture<Void> drain(Duration duration) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		if (!execute(() -> new SessionDrain(this.executor, this.sessions, duration, done).closeInSlices())) {
			done.complete(null);
		}
		return done;
	}

	NamespaceSocket addSocket(String namespace, SessionSockets session) {
		LoopNamespace part = this.namespaces.computeIfAbsent(namespace, (name) -> this.directory.addPart(name, this));
		NamespaceSocket socket = new NamespaceSocket(this.socketIds.get(), part, session);
		part.add(socket);
		return socket;
	}

	/** Takes a socket out, later: somebody may just go through the sockets. */
	void removeSocket(NamespaceSocket socket, LoopNamespace part) {
		enqueue(() -> {
			part.remove(socket);
			if (part.isEmpty() && this.namespaces.remove(part.name(), part)) {
				this.directory.removePart(part);
			}
		});
	}

	/**
	 * Calls back for each of these sockets. What the callback asks of sockets is done at
	 * once: it must come before what others asked for after the call.
	 */
	void callBack(Collection<? extends ClientSocket> sockets, Consumer<ClientSocket> action) {
		this.calling = true;
		try {
			sockets.forEach(action);
		}
		finally {
			this.calling = false;
		}
	}

	/**
	 * Executes a task after all that were given before, also when called on this event
	 * loop, unless it is asked for by a callback. On a loop that was shut down nothing is
	 * executed: its sockets are gone. May be called from any thread.
	 * @return whether the task will be executed
	 */
	boolean execute(Runnable task) {
		if (this.executor.inEventLoop() && this.calling) {
			task.run();
			return true;
		}
		return enqueue(task);
	}

	private boolean enqueue(Runnable task) {
		try {
			this.executor.execute(task);
			return true;
		}
		catch (RejectedExecutionException ex) {
			return false;
		}
	}

	/** May be called from any thread. */
	CompletableFuture<Void> call(Runnable task) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		boolean accepted = execute(() -> {
			try {
				task.run();
				done.complete(null);
			}
			catch (RuntimeException ex) {
				done.completeExceptionally(ex);
			}
		});
		if (!accepted) {
			done.complete(null);
		}
		return done;
	}

}
