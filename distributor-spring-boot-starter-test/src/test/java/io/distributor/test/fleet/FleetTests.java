package io.distributor.test.fleet;

import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.distributor.test.app.GameApplication;
import io.distributor.test.autoconfigure.AutoConfigureFleet;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fleet in one line, as users write it, and real clients.
 */
@SpringBootTest(classes = GameApplication.class,
		properties = { "distributor.role=standalone", "distributor.backend.namespace=/chat" })
@AutoConfigureFleet(distributors = 2)
class FleetTests {

	@Autowired
	private Fleet fleet;

	@Test
	void connectsClientsOfDifferentDistributors() throws Exception {
		assertThat(this.fleet.distributors()).hasSize(2);
		assertThat(this.fleet.distributor(0).port()).isPositive().isNotEqualTo(this.fleet.distributor(1).port());
		Socket ann = client(this.fleet.distributor(0));
		Socket bob = client(this.fleet.distributor(1));
		BlockingQueue<Object[]> moved = on(bob, "moved");
		connect(bob);
		connect(ann);
		BlockingQueue<Object[]> answers = new LinkedBlockingQueue<>();
		ann.emit("move", new Object[] { new JSONObject("{\"points\":7}") }, (Ack) answers::add);
		assertThat(answers.poll(20, TimeUnit.SECONDS)).containsExactly(7);
		assertThat(moved.poll(20, TimeUnit.SECONDS)[0]).isEqualTo(ann.id());
		ann.close();
		bob.close();
	}

	@Test
	void startsAndStopsFurtherDistributors() throws Exception {
		FleetDistributor third = this.fleet.add();
		Socket client = client(third);
		BlockingQueue<Object[]> disconnected = on(client, Socket.EVENT_DISCONNECT);
		connect(client);
		third.leave();
		assertThat(disconnected.poll(20, TimeUnit.SECONDS)).isNotNull();
		client.close();
	}

	private static Socket client(FleetDistributor distributor) {
		IO.Options options = IO.Options.builder().setForceNew(true).setTransports(new String[] { "websocket" }).build();
		return IO.socket(URI.create(distributor.url() + "/game"), options);
	}

	private static BlockingQueue<Object[]> on(Socket client, String event) {
		BlockingQueue<Object[]> events = new LinkedBlockingQueue<>();
		client.on(event, events::add);
		return events;
	}

	private static void connect(Socket client) throws InterruptedException {
		BlockingQueue<Object[]> connected = on(client, Socket.EVENT_CONNECT);
		client.connect();
		assertThat(connected.poll(20, TimeUnit.SECONDS)).isNotNull();
	}

}
