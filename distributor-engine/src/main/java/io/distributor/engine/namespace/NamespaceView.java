package io.distributor.engine.namespace;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

import io.distributor.engine.session.OutboundMessage;

/**
 * A namespace by its name: whoever holds it may outlive the sockets in it.
 */
final class NamespaceView implements Namespace {

	private final String name;

	private final NamespaceDirectory directory;

	private final NamespaceCounters counters;

	NamespaceView(String name, NamespaceDirectory directory, NamespaceCounters counters) {
		this.name = name;
		this.directory = directory;
		this.counters = counters;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public void broadcast(RoomSelector selector, OutboundPacket packet) {
		packet.checkNamespace(this.name);
		this.counters.broadcasts.increment();
		OutboundMessage message = packet.message();
		for (LoopNamespace part : this.directory.parts(this.name)) {
			part.broadcast(selector, message);
		}
	}

	@Override
	public CompletionStage<Void> forEach(RoomSelector selector, Consumer<ClientSocket> action) {
		return onAllLoops((part) -> part.forEach(selector, action));
	}

	@Override
	public CompletionStage<Integer> count(RoomSelector selector) {
		AtomicInteger total = new AtomicInteger();
		return onAllLoops((part) -> part.count(selector, total)).thenApply((nothing) -> total.get());
	}

	@Override
	public CompletionStage<Void> forEachRoom(ObjIntConsumer<String> action) {
		return onAllLoops((part) -> part.forEachRoom(action));
	}

	private CompletableFuture<Void> onAllLoops(Function<LoopNamespace, CompletableFuture<Void>> task) {
		return CompletableFuture
			.allOf(this.directory.parts(this.name).stream().map(task).toArray(CompletableFuture<?>[]::new));
	}

	@Override
	public int size() {
		return this.directory.parts(this.name).stream().mapToInt(LoopNamespace::connected).sum();
	}

}
