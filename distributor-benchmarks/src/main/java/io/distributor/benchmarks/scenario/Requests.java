package io.distributor.benchmarks.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.distributor.benchmarks.driver.Client;
import io.distributor.benchmarks.driver.ClientEvents;
import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.system.RunningSystem;
import io.distributor.benchmarks.system.SystemKind;

/**
 * Clients send events and wait for their answers: as many as possible with a number of
 * them under way, or at a pace.
 */
final class Requests implements Scenario {

	private static final String TEXT = "The quick brown fox jumps over the lazy dog, and then again.";

	private final Label label;

	private final Clients clients;

	private final int underWay;

	private final int perSecond;

	private final int bytes;

	/**
	 * Creates the scenario.
	 * @param label what it is called
	 * @param clients the clients
	 * @param underWay how many events each client has under way at most
	 * @param perSecond how many events all clients send in a second; 0: as many as
	 * possible
	 * @param bytes size of the binary argument; 0: a text
	 */
	Requests(Label label, Clients clients, int underWay, int perSecond, int bytes) {
		this.label = label;
		this.clients = clients;
		this.underWay = underWay;
		this.perSecond = perSecond;
		this.bytes = bytes;
	}

	@Override
	public Label label() {
		return this.label;
	}

	@Override
	public boolean suits(SystemKind system) {
		return this.clients.suits(system) && (this.bytes == 0 || system.allowsBinary());
	}

	@Override
	public Measurement run(RunningSystem system, Driver driver, Times times) {
		List<Client> connected = this.clients.connect(system, driver);
		Window window = new Window(0);
		Asker asker = new Asker(connected, window);
		driver.listen(asker);
		if (this.perSecond == 0) {
			driver.call(asker::askAll);
			return window.measure(system, driver, times);
		}
		Future<?> ticks = driver.loop().scheduleAtFixedRate(asker::askDue, 0, 1, TimeUnit.MILLISECONDS);
		try {
			return window.measure(system, driver, times);
		}
		finally {
			ticks.cancel(false);
		}
	}

	/** Asks, and asks again when it is answered. */
	private final class Asker implements ClientEvents {

		private final List<Client> connected;

		private final Window window;

		private final Map<Client, long[]> begun = new HashMap<>();

		private final byte[] attachment = new byte[Requests.this.bytes];

		private final long start = System.nanoTime();

		private long asked;

		Asker(List<Client> connected, Window window) {
			this.connected = connected;
			this.window = window;
			connected.forEach((client) -> this.begun.put(client, new long[Requests.this.underWay]));
		}

		boolean askAll() {
			for (Client client : this.connected) {
				for (int slot = 0; slot < Requests.this.underWay; slot++) {
					ask(client, slot);
				}
				client.flush();
			}
			return true;
		}

		void askDue() {
			long due = (System.nanoTime() - this.start) / (TimeUnit.SECONDS.toNanos(1) / Requests.this.perSecond);
			while (this.asked < due) {
				int turn = (int) (this.asked / this.connected.size());
				Client client = this.connected.get((int) (this.asked % this.connected.size()));
				ask(client, turn % Requests.this.underWay);
				client.flush();
			}
		}

		// The number of an acknowledgement is used again when it has come.
		private void ask(Client client, int slot) {
			begun(client)[slot] = System.nanoTime();
			this.asked++;
			if (Requests.this.bytes > 0) {
				client.send("451-" + slot + "[\"echoBytes\",{\"_placeholder\":true,\"num\":0}]", this.attachment);
			}
			else {
				client.send("42" + slot + "[\"echo\",\"" + TEXT + "\"]");
			}
		}

		private long[] begun(Client client) {
			return Objects.requireNonNull(this.begun.get(client));
		}

		@Override
		public void onAnswer(Client client, int ackId) {
			this.window.record(begun(client)[ackId]);
			if (Requests.this.perSecond == 0) {
				ask(client, ackId);
			}
		}

	}

}
