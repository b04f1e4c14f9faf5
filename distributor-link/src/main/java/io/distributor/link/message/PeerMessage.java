package io.distributor.link.message;

/**
 * What a backend instance tells another one.
 */
public sealed interface PeerMessage extends LinkMessage permits PeerEvent, PeerAnswer {

	/**
	 * Hands this message to the method of the handler that is made for it.
	 * @param handler the handler
	 */
	void deliverTo(Handler handler);

	/**
	 * One method for each kind of message.
	 */
	interface Handler {

		void onPeerEvent(PeerEvent message);

		void onPeerAnswer(PeerAnswer message);

	}

}
