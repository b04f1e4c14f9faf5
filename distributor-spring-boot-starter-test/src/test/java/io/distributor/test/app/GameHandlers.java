package io.distributor.test.app;

import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;

import org.springframework.stereotype.Component;

@Component
@SocketNamespace("/game")
class GameHandlers {

	private final IndirectIo io;

	private final Score score;

	GameHandlers(IndirectIo io, Score score) {
		this.io = io;
		this.score = score;
	}

	@OnConnect
	void connect(Socket socket) {
		socket.join("players");
	}

	@OnEvent("move")
	int move(Socket socket, @Valid Move move) {
		int total = this.score.add(move.points());
		this.io.of("/game").to("players").emit("moved", socket.id(), move);
		return total;
	}

	record Move(@Min(1) int points) {

	}

}
