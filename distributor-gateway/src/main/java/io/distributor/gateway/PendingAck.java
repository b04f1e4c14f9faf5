package io.distributor.gateway;

import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.presence.NodeId;

/**
 * Who waits for an acknowledgement of a client.
 */
sealed interface PendingAck {

	/**
	 * The client answers. On its event loop.
	 */
	void answer(Outbox outbox, String namespace, String socketId, Payload payload);

	/**
	 * The client will not answer. On its event loop.
	 */
	void noAnswer(Outbox outbox, String socketId);

	/**
	 * A backend that asked this client alone. That there is no answer it learns in
	 * another way.
	 *
	 * @param asker the backend
	 * @param id id the backend gave its event
	 */
	record Single(NodeId asker, long id) implements PendingAck {

		@Override
		public void answer(Outbox outbox, String namespace, String socketId, Payload payload) {
			outbox.send(this.asker, new SocketAnswer(namespace, socketId, this.id, payload));
		}

		@Override
		public void noAnswer(Outbox outbox, String socketId) {
		}

	}

	/**
	 * A backend that asked many clients; one object stands for all of them.
	 *
	 * @param asker the backend
	 * @param requestId id of its request
	 */
	record Broadcast(NodeId asker, long requestId) implements PendingAck {

		@Override
		public void answer(Outbox outbox, String namespace, String socketId, Payload payload) {
			outbox.send(this.asker, new BroadcastAnswer(this.requestId, socketId, payload));
		}

		@Override
		public void noAnswer(Outbox outbox, String socketId) {
			outbox.send(this.asker, new BroadcastAnswer(this.requestId, socketId, null));
		}

	}

	/**
	 * Somebody who is not on the link, and who asked many clients.
	 *
	 * @param answers hears what they answer
	 */
	record Local(LocalAnswers answers) implements PendingAck {

		@Override
		public void answer(Outbox outbox, String namespace, String socketId, Payload payload) {
			this.answers.onAnswer(socketId, payload);
		}

		@Override
		public void noAnswer(Outbox outbox, String socketId) {
		}

	}

}
