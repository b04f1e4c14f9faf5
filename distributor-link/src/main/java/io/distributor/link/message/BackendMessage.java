package io.distributor.link.message;

/**
 * What a backend tells a distributor.
 */
public sealed interface BackendMessage extends LinkMessage permits AcceptSocket, RefuseSocket, EmitToSocket,
		EmitToRooms, AskSockets, EventAnswer, EventsHandled, SocketReleased, SetSocketData, FetchSockets, CountSockets,
		FetchRooms, JoinRooms, LeaveRooms, DisconnectSockets {

	/**
	 * Hands this message to the method of the handler that is made for it.
	 * @param handler the handler
	 */
	void deliverTo(Handler handler);

	/**
	 * One method for each kind of message.
	 */
	interface Handler {

		void onAcceptSocket(AcceptSocket message);

		void onRefuseSocket(RefuseSocket message);

		void onEmitToSocket(EmitToSocket message);

		void onEmitToRooms(EmitToRooms message);

		void onAskSockets(AskSockets message);

		void onEventAnswer(EventAnswer message);

		void onEventsHandled(EventsHandled message);

		void onSocketReleased(SocketReleased message);

		void onSetSocketData(SetSocketData message);

		void onFetchSockets(FetchSockets message);

		void onCountSockets(CountSockets message);

		void onFetchRooms(FetchRooms message);

		void onJoinRooms(JoinRooms message);

		void onLeaveRooms(LeaveRooms message);

		void onDisconnectSockets(DisconnectSockets message);

	}

}
