package io.distributor.link.message;

/**
 * What a distributor tells a backend.
 */
public sealed interface DistributorMessage extends LinkMessage
		permits SocketConnect, SocketAdopt, SocketEvent, ReleaseSocket, SocketAnswer, SocketDisconnect, RequestDone,
		AskedSockets, BroadcastAnswer, FetchAnswer, RoomsAnswer, RoomsChanged {

	/**
	 * Hands this message to the method of the handler that is made for it.
	 * @param handler the handler
	 */
	void deliverTo(Handler handler);

	/**
	 * One method for each kind of message.
	 */
	interface Handler {

		void onSocketConnect(SocketConnect message);

		void onSocketAdopt(SocketAdopt message);

		void onSocketEvent(SocketEvent message);

		void onReleaseSocket(ReleaseSocket message);

		void onSocketAnswer(SocketAnswer message);

		void onSocketDisconnect(SocketDisconnect message);

		void onRequestDone(RequestDone message);

		void onAskedSockets(AskedSockets message);

		void onBroadcastAnswer(BroadcastAnswer message);

		void onFetchAnswer(FetchAnswer message);

		void onRoomsAnswer(RoomsAnswer message);

		void onRoomsChanged(RoomsChanged message);

	}

}
