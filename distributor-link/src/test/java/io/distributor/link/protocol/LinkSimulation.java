package io.distributor.link.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;

/**
 * A fleet that sends at random and to which everything happens at random, all from one
 * seed; at the end the network heals and the promises are checked.
 */
class LinkSimulation {

	private static final int TROUBLED = 1_000;

	private static final int HEALING = 1_500;

	private final Random random;

	private final SimulatedNetwork network;

	private final SimulationRecord record = new SimulationRecord();

	private final List<SimulatedNode> nodes = new ArrayList<>();

	private final boolean harsh;

	private long number;

	private int names;

	LinkSimulation(long seed) {
		this.random = new Random(seed);
		this.network = new SimulatedNetwork(this.random);
		this.harsh = this.random.nextBoolean();
		for (int i = 0; i < 2; i++) {
			start(NodeRole.DISTRIBUTOR);
			start(NodeRole.BACKEND);
		}
	}

	private void start(NodeRole role) {
		this.nodes.add(new SimulatedNode(this.network, this.record, role,
				role.name().substring(0, 1).toLowerCase(Locale.ROOT) + this.names++));
	}

	/**
	 * Runs the simulation.
	 * @return the number of messages handled
	 */
	int run() {
		while (this.network.now() < TROUBLED) {
			this.network.runUntil(this.network.now() + 1 + this.random.nextInt(10));
			sendSome();
			if (this.random.nextInt(20) == 0) {
				trouble(this.nodes.get(this.random.nextInt(this.nodes.size())));
			}
		}
		this.network.heal();
		this.network.runUntil(TROUBLED + HEALING);
		check();
		return this.record.total();
	}

	private void sendSome() {
		SimulatedNode node = this.nodes.get(this.random.nextInt(this.nodes.size()));
		node.act(() -> sendSome(node, this.random.nextInt(12)));
	}

	private void sendSome(SimulatedNode node, int count) {
		List<NodeId> known = List.copyOf(node.known().keySet());
		for (int i = 0; i < count; i++) {
			if (node.role() == NodeRole.BACKEND && this.random.nextBoolean()) {
				node.broadcast(++this.number);
			}
			else if (!known.isEmpty()) {
				node.send(known.get(this.random.nextInt(known.size())), ++this.number);
			}
		}
	}

	private void trouble(SimulatedNode node) {
		long until = this.network.now() + 20 + this.random.nextInt(this.harsh ? 900 : 200);
		switch (this.random.nextInt(this.harsh ? 5 : 2)) {
			case 0 -> {
				node.down();
				this.network.at(until, node::up);
			}
			case 1 -> {
				node.pause();
				this.network.at(until, node::resume);
			}
			case 2 -> replace(node, SimulatedNode::kill);
			case 3 -> {
				node.numb(true);
				this.network.at(until, () -> node.numb(false));
			}
			default -> replace(node, SimulatedNode::leave);
		}
	}

	private void replace(SimulatedNode node, Consumer<SimulatedNode> end) {
		node.resume();
		end.accept(node);
		this.nodes.remove(node);
		start(node.role());
	}

	private void check() {
		Set<NodeId> living = new HashSet<>();
		this.nodes.forEach((node) -> living.add(node.id()));
		for (SimulatedNode node : this.nodes) {
			Set<NodeId> others = new HashSet<>(living);
			others.remove(node.id());
			if (!node.known().keySet().equals(others)) {
				throw new AssertionError(node.id() + " knows " + node.known().keySet() + " but there are " + others);
			}
		}
		this.record.check(living);
	}

}
