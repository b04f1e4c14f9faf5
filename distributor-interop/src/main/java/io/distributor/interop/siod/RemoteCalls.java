package io.distributor.interop.siod;

import java.util.List;

import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.link.message.RequestDone;
import org.jspecify.annotations.Nullable;

/**
 * Asks distributors of the original to move or disconnect sockets, and tells the backend
 * when all that belongs to one of its requests is done. What nobody answers, because
 * nobody has the socket, the backend takes for unanswered after its own time. Used by the
 * worker.
 */
final class RemoteCalls {

	private final String uid;

	private final String adapterKey;

	private final OriginalSide original;

	private final LocalSender backend;

	private final RemoteRequestCodec codec;

	private final PendingAnswers<String, Batch> pending;

	private long lastId;

	RemoteCalls(String uid, SiodOptions options, OriginalSide original, LocalSender backend, RemoteRequestCodec codec,
			SiodCounters counters) {
		this.uid = uid;
		this.adapterKey = options.adapterKey();
		this.original = original;
		this.backend = backend;
		this.codec = codec;
		this.pending = new PendingAnswers<>(options.maxPendingRequests(), counters, System::nanoTime);
	}

	void listen(AdapterChannels channels) {
		this.original.onMessage(channels.responses(), (message) -> answered(this.codec.readAnswer(message)));
	}

	/**
	 * Begins what one request of the backend asks for.
	 * @param requestId id of the request, or 0 if the backend wants no answer
	 */
	Batch begin(long requestId) {
		return new Batch(requestId);
	}

	void join(BridgedSocket socket, String room, Batch batch) {
		String id = add(batch);
		publish(socket, this.codec.join(id, socket.id(), room));
	}

	void leave(BridgedSocket socket, String room, Batch batch) {
		String id = add(batch);
		publish(socket, this.codec.leave(id, socket.id(), room));
	}

	void disconnect(BridgedSocket socket, boolean closeConnection, Batch batch) {
		String id = add(batch);
		publish(socket, this.codec.disconnect(id, socket.id(), closeConnection));
	}

	/**
	 * Disconnects a client without waiting for that.
	 */
	void putOut(String namespace, String socketId) {
		this.lastId++;
		this.original.publish(new AdapterChannels(this.adapterKey, namespace).requests(),
				this.codec.disconnect(this.uid + this.lastId, socketId, false));
	}

	private void publish(BridgedSocket socket, byte[] request) {
		this.original.publish(new AdapterChannels(this.adapterKey, socket.namespace()).requests(), request);
	}

	private String add(Batch batch) {
		this.lastId++;
		String id = this.uid + this.lastId;
		if (batch.requestId != 0) {
			batch.open++;
			this.pending.add(id, batch);
		}
		return id;
	}

	private void answered(@Nullable String id) {
		Batch batch = (id != null) ? this.pending.remove(id) : null;
		if (batch != null) {
			batch.open--;
			batch.answerIfDone();
		}
	}

	/**
	 * What one request of the backend asks for.
	 */
	final class Batch {

		private final long requestId;

		private int open;

		private boolean complete;

		private int sockets;

		private List<String> rooms = List.of();

		private Batch(long requestId) {
			this.requestId = requestId;
		}

		/**
		 * Nothing is added any more.
		 * @param sockets number of sockets concerned
		 * @param rooms rooms that changed for a single one
		 */
		void end(int sockets, List<String> rooms) {
			this.complete = true;
			this.sockets = sockets;
			this.rooms = rooms;
			answerIfDone();
		}

		private void answerIfDone() {
			if (this.complete && this.open == 0 && this.requestId != 0) {
				RemoteCalls.this.backend.send(new RequestDone(this.requestId, this.sockets, this.rooms));
			}
		}

	}

}
