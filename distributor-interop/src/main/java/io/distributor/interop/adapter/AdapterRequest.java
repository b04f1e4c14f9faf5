package io.distributor.interop.adapter;

import java.util.Set;

import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;
import org.jspecify.annotations.Nullable;

/**
 * What a server or an emitter asks all servers with sockets of a namespace.
 */
public sealed interface AdapterRequest {

	/**
	 * Returns who asks.
	 * @return id of a server, or an empty text for an emitter
	 */
	String uid();

	/**
	 * Hands this request to the method of the handler that is made for it.
	 * @param handler the handler
	 */
	void deliverTo(Handler handler);

	/**
	 * The selected sockets are to join rooms. Nobody answers.
	 *
	 * @param uid who asks
	 * @param selection which sockets
	 * @param rooms names of the rooms
	 */
	record Join(String uid, Selection selection, Set<String> rooms) implements AdapterRequest {

		@Override
		public void deliverTo(Handler handler) {
			handler.onJoin(this);
		}

	}

	/**
	 * The selected sockets are to leave rooms. Nobody answers.
	 *
	 * @param uid who asks
	 * @param selection which sockets
	 * @param rooms names of the rooms
	 */
	record Leave(String uid, Selection selection, Set<String> rooms) implements AdapterRequest {

		@Override
		public void deliverTo(Handler handler) {
			handler.onLeave(this);
		}

	}

	/**
	 * The selected sockets are to be disconnected. Nobody answers.
	 *
	 * @param uid who asks
	 * @param selection which sockets
	 * @param closeConnection whether to close the whole connections
	 */
	record Disconnect(String uid, Selection selection, boolean closeConnection) implements AdapterRequest {

		@Override
		public void deliverTo(Handler handler) {
			handler.onDisconnect(this);
		}

	}

	/**
	 * Each server is to say which ids its sockets in some rooms have.
	 *
	 * @param uid who asks
	 * @param requestId id for the answers
	 * @param selection which sockets
	 */
	record Ids(String uid, String requestId, Selection selection) implements AdapterRequest {

		@Override
		public void deliverTo(Handler handler) {
			handler.onIds(this);
		}

	}

	/**
	 * Each server is to say which rooms it has, those of its sockets' ids included.
	 *
	 * @param uid who asks
	 * @param requestId id for the answers
	 */
	record Rooms(String uid, String requestId) implements AdapterRequest {

		@Override
		public void deliverTo(Handler handler) {
			handler.onRooms(this);
		}

	}

	/**
	 * Each server is to describe its selected sockets.
	 *
	 * @param uid who asks
	 * @param requestId id for the answers
	 * @param selection which sockets
	 */
	record Fetch(String uid, String requestId, Selection selection) implements AdapterRequest {

		@Override
		public void deliverTo(Handler handler) {
			handler.onFetch(this);
		}

	}

	/**
	 * The selected sockets are to get an event which their clients acknowledge. Each
	 * server says how many it asked, then what each client answers.
	 *
	 * @param uid who asks
	 * @param requestId id for the answers
	 * @param selection which sockets
	 * @param payload event name and arguments
	 */
	record Ask(String uid, String requestId, Selection selection, Payload payload) implements AdapterRequest {

		@Override
		public void deliverTo(Handler handler) {
			handler.onAsk(this);
		}

	}

	/**
	 * An event for servers, not for their clients. Its content is not read.
	 *
	 * @param uid who asks
	 * @param requestId id for the answers, or {@code null} if none is wanted
	 */
	record ServerEvent(String uid, @Nullable String requestId) implements AdapterRequest {

		@Override
		public void deliverTo(Handler handler) {
			handler.onServerEvent(this);
		}

	}

	/**
	 * One method for each kind of request.
	 */
	interface Handler {

		void onJoin(Join request);

		void onLeave(Leave request);

		void onDisconnect(Disconnect request);

		void onIds(Ids request);

		void onRooms(Rooms request);

		void onFetch(Fetch request);

		void onAsk(Ask request);

		void onServerEvent(ServerEvent request);

	}

}
