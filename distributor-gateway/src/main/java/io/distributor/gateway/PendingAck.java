package io.distributor.gateway;

import org.jspecify.annotations.Nullable;

import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.presence.NodeId;

/**
 * Who waits for an acknowledgement of a client.
 */
sealed interface PendingAck {

	NodeId asker();

	/**
	 * Returns what the backend is told when the client answers.
	 */
	DistributorMessage answer(String namespace, String socketId, Payload payload);

	/**
	 * Returns what the backend is told when the client will not answer, or {@code null}
	 * if it learns that in another way.
	 */
	@Nullable DistributorMessage noAnswer(String socketId);

	/**
	 * A backend that asked this client alone.
	 *
	 * @param asker the backend
	 * @param id id the backend gave its event
	 */
	record Single(NodeId asker, long id) implements PendingAck {

		@Override
		public DistributorMessage answer(String namespace, String socketId, Payload payload) {
			return new SocketAnswer(namespace, socketId, this.id, payload);
		}

		@Override
		public @Nullable DistributorMessage noAnswer(String socketId) {
			return null;
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
		public DistributorMessage answer(String namespace, String socketId, Payload payload) {
			return new BroadcastAnswer(this.requestId, socketId, payload);
		}

		@Override
		public DistributorMessage noAnswer(String socketId) {
			return new BroadcastAnswer(this.requestId, socketId, null);
		}

	}

}
