package io.distributor.gateway;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.Namespace;
import io.distributor.engine.namespace.Namespaces;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.RoomSelector;

/**
 * A server with one event loop and without a network.
 */
final class TestServer implements Namespaces, AutoCloseable {

	final EventExecutor loop = new DefaultEventExecutor();

	final List<TestClient> clients = new CopyOnWriteArrayList<>();

	/** A client comes and asks to join a namespace. */
	TestClient connect(Gateway gateway, String namespace, String id) {
		TestClient client = new TestClient(id, namespace, this.loop);
		this.clients.add(client);
		this.loop.execute(() -> client.hearsFrom(gateway.onConnect(client)));
		settle();
		return client;
	}

	/** Does something while the event loop is busy, so that all it gets queues up. */
	void whileBusy(Runnable action) {
		CountDownLatch over = new CountDownLatch(1);
		this.loop.execute(() -> {
			try {
				over.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		action.run();
		over.countDown();
		settle();
	}

	/** Waits until the event loop has done everything, and what followed from it. */
	void settle() {
		for (int i = 0; i < 4; i++) {
			this.loop.submit(() -> {
			}).syncUninterruptibly();
		}
	}

	@Override
	public Namespace namespace(String name) {
		return new TestNamespace(name);
	}

	@Override
	public void close() {
		this.loop.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
	}

	private final class TestNamespace implements Namespace {

		private final String name;

		private TestNamespace(String name) {
			this.name = name;
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public void broadcast(RoomSelector selector, OutboundPacket packet) {
			forEach(selector, (client) -> client.send(packet));
		}

		@Override
		public CompletionStage<Void> forEach(RoomSelector selector, Consumer<ClientSocket> action) {
			return CompletableFuture.runAsync(() -> TestServer.this.clients.stream()
				.filter((client) -> client.namespace().equals(this.name))
				.filter((client) -> selector.rooms().isEmpty() || client.isIn(selector.rooms()))
				.filter((client) -> !client.isIn(selector.except()))
				.forEach(action), TestServer.this.loop);
		}

		@Override
		public CompletionStage<Integer> count(RoomSelector selector) {
			AtomicInteger count = new AtomicInteger();
			return forEach(selector, (client) -> count.incrementAndGet()).thenApply((nothing) -> count.get());
		}

		@Override
		public CompletionStage<Void> forEachRoom(ObjIntConsumer<String> action) {
			return forEach(RoomSelector.ALL,
					(client) -> client.rooms()
						.stream()
						.filter((room) -> !room.equals(client.id()))
						.forEach((room) -> action.accept(room, 1)));
		}

		@Override
		public int size() {
			return TestServer.this.clients.size();
		}

	}

}
