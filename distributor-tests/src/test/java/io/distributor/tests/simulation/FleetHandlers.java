package io.distributor.tests.simulation;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.distributor.backend.Event;
import io.distributor.backend.EventHandler;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.link.LinkOverloadedException;

/**
 * What a backend instance of the fleet does with events: by their second argument.
 */
final class FleetHandlers {

	private final SimulatedBackend backend;

	private final Fleet fleet;

	FleetHandlers(SimulatedBackend backend, Fleet fleet) {
		this.backend = backend;
		this.fleet = fleet;
	}

	void register(IndirectIo io) {
		io.use((socket) -> this.fleet.record().connecting(this.backend, socket));
		io.on("connection", (socket) -> this.fleet.record().becameHome(this.backend, socket));
		io.onDisconnect((socket, reason) -> this.fleet.record().disconnected(this.backend, socket, reason.text()));
		io.onJoin((socket, room) -> this.fleet.record().joined(this.backend, socket, room));
		io.onLeave((socket, room) -> this.fleet.record().left(this.backend, socket, room));
		io.onEvent("e", (event) -> handle(io, event));
		io.onEvent("c", EventHandler.concurrent(this::handleBeside));
	}

	/** The next event does not wait for this one. */
	private Object handleBeside(Event event) {
		int number = Objects.requireNonNull(event.arguments().get(0, Integer.class));
		Handling handling = this.fleet.record().begin(this.backend, event.socket(), number, event.isRedelivered());
		CompletableFuture<Object> later = new CompletableFuture<>();
		this.backend.process().after(5 + this.fleet.random().nextInt(100), () -> {
			handling.finish();
			later.complete(this.backend + " " + number);
		});
		return later;
	}

	private Object handle(IndirectIo io, Event event) {
		int number = Objects.requireNonNull(event.arguments().get(0, Integer.class));
		String kind = Objects.requireNonNull(event.arguments().get(1, String.class));
		Socket socket = event.socket();
		Handling handling = this.fleet.record().begin(this.backend, socket, number, event.isRedelivered());
		handling.sees(socket.data().get("last", Integer.class));
		if (kind.equals("slow")) {
			return finishLater(handling, socket);
		}
		try {
			emit(io, socket, kind);
		}
		catch (LinkOverloadedException ex) {
			this.fleet.trace().note(this.backend, "could not emit");
		}
		return finish(handling, socket);
	}

	private CompletableFuture<Object> finishLater(Handling handling, Socket socket) {
		CompletableFuture<Object> later = new CompletableFuture<>();
		this.backend.process()
			.after(5 + this.fleet.random().nextInt(100), () -> later.complete(finish(handling, socket)));
		return later;
	}

	private String finish(Handling handling, Socket socket) {
		socket.data().put("last", handling.number());
		handling.finish();
		return this.backend + " " + handling.number();
	}

	private void emit(IndirectIo io, Socket socket, String kind) {
		long sequence = this.fleet.nextEmission();
		switch (kind) {
			case "emit" -> socket.emit("m", this.backend.toString(), sequence);
			case "ask" -> socket.emitWithAck("m", this.backend.toString(), sequence);
			case "room" -> {
				socket.join("room" + sequence);
				io.to("room" + sequence).emit("m", this.backend.toString(), sequence);
			}
			case "gather" -> io.socketsJoin("hall" + sequence % 3);
			case "scatter" -> io.except("hall" + sequence % 2).socketsLeave("hall2");
			case "all" -> {
				io.emit("m", this.backend.toString(), sequence);
				this.fleet.record()
					.emitted(this.backend.link().id(), sequence, io.sockets().stream().map(Socket::id).toList());
			}
			case "question" -> {
				Question question = this.fleet.record()
					.asked(this.backend, sequence, io.sockets().stream().map(Socket::id).toList());
				io.emitWithAck("m", this.backend.toString(), sequence).whenComplete(question::end);
			}
			default -> {
			}
		}
		if (kind.equals("emit") || kind.equals("ask") || kind.equals("room")) {
			this.fleet.record().emitted(this.backend.link().id(), sequence, List.of(socket.id()));
		}
	}

}
