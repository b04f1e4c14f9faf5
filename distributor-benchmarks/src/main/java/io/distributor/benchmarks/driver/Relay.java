package io.distributor.benchmarks.driver;

import io.netty.buffer.ByteBuf;

/**
 * Hands what happens to whoever wants to hear it at the time. Belongs to the event loop
 * of the driver.
 */
final class Relay implements ClientEvents {

	private ClientEvents listener = new ClientEvents() {
	};

	void listen(ClientEvents listener) {
		this.listener = listener;
	}

	@Override
	public void onConnect(Client client) {
		this.listener.onConnect(client);
	}

	@Override
	public void onEvent(Client client, ByteBuf arguments) {
		this.listener.onEvent(client, arguments);
	}

	@Override
	public void onAnswer(Client client, int ackId) {
		this.listener.onAnswer(client, ackId);
	}

	@Override
	public void onDisconnect(Client client) {
		this.listener.onDisconnect(client);
	}

}
