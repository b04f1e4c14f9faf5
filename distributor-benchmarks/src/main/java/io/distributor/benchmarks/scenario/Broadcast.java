package io.distributor.benchmarks.scenario;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.distributor.benchmarks.driver.Client;
import io.distributor.benchmarks.driver.ClientEvents;
import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.system.RunningSystem;
import io.distributor.benchmarks.system.SystemKind;
import io.netty.buffer.ByteBuf;

/**
 * A client publishes, and the server emits to all clients or to those in a room. The time
 * is from the publishing to each delivery. Counted are deliveries.
 */
final class Broadcast implements Scenario {

	private static final String TEXT = "The quick brown fox jumps over the lazy dog, and then again.";

	private static final int TICK_MILLIS = 1;

	private final Label label;

	private final Clients clients;

	private final int rooms;

	private final int perSecond;

	/**
	 * Creates the scenario.
	 * @param label what it is called
	 * @param clients the clients
	 * @param rooms how many rooms they share; 0: emits go to all
	 * @param perSecond how many emits a second; 0: as many as possible, ten of them under
	 * way
	 */
	Broadcast(Label label, Clients clients, int rooms, int perSecond) {
		this.label = label;
		this.clients = clients;
		this.rooms = rooms;
		this.perSecond = perSecond;
	}

	@Override
	public Label label() {
		return this.label;
	}

	@Override
	public boolean suits(SystemKind system) {
		return this.clients.suits(system);
	}

	private int audience() {
		return this.clients.count() / Math.max(1, this.rooms);
	}

	@Override
	public Measurement run(RunningSystem system, Driver driver, Times times) {
		List<Client> connected = this.clients.connect(system, driver);
		if (this.rooms > 0) {
			new Joining(connected, this.rooms).await(driver);
		}
		Window window = new Window(audience());
		Publisher publisher = new Publisher(connected, window);
		driver.listen(publisher);
		Future<?> ticks = driver.loop()
			.scheduleAtFixedRate(publisher::publishDue, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
		try {
			return window.measure(system, driver, times);
		}
		finally {
			ticks.cancel(false);
		}
	}

	/** Publishes, and hears what comes of it. */
	private final class Publisher implements ClientEvents {

		private static final int UNDER_WAY = 10;

		private final List<Client> connected;

		private final Window window;

		private final long begun = System.nanoTime();

		private long published;

		private long delivered;

		Publisher(List<Client> connected, Window window) {
			this.connected = connected;
			this.window = window;
		}

		void publishDue() {
			Broadcast scenario = Broadcast.this;
			long due = (scenario.perSecond > 0)
					? (System.nanoTime() - this.begun) / (TimeUnit.SECONDS.toNanos(1) / scenario.perSecond)
					: this.delivered / audience() + UNDER_WAY;
			while (this.published < due) {
				publish();
			}
		}

		private void publish() {
			int rooms = Broadcast.this.rooms;
			Client client = this.connected.get((int) (this.published % this.connected.size()));
			String news = System.nanoTime() + ",\"" + TEXT + "\"";
			client.send((rooms > 0) ? "42[\"publishTo\"," + news + ",\"room" + this.published % rooms + "\"]"
					: "42[\"publish\"," + news + "]");
			client.flush();
			this.published++;
		}

		@Override
		public void onEvent(Client client, ByteBuf arguments) {
			this.delivered++;
			this.window.record(number(arguments, arguments.readerIndex() + "[\"news\",".length()));
			if (Broadcast.this.perSecond == 0) {
				publishDue();
			}
		}

		private static long number(ByteBuf json, int from) {
			long number = 0;
			for (int i = from; json.getByte(i) >= '0' && json.getByte(i) <= '9'; i++) {
				number = 10 * number + json.getByte(i) - '0';
			}
			return number;
		}

	}

}
