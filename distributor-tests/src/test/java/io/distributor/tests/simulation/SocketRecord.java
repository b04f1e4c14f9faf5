package io.distributor.tests.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.session.CloseReason;
import io.distributor.link.presence.NodeId;

/**
 * What is known of one socket: what its client did and got, and what homes did for it.
 */
final class SocketRecord {

	private final String id;

	private final FleetRecord fleet;

	private final SimulatedDistributor distributor;

	private final BitSet asked = new BitSet();

	private final BitSet answered = new BitSet();

	private final List<Handling> handlings = new ArrayList<>();

	private final Map<String, Long> lastHeard = new HashMap<>();

	private final Set<Long> heard = new HashSet<>();

	private @Nullable NodeId home;

	private @Nullable CloseReason closedByServer;

	private boolean accepted;

	private boolean released;

	private boolean taken;

	private boolean clientLeft;

	private boolean distributorLost;

	private int sent;

	private int homesLost;

	private int connectsLost;

	private int disconnects;

	SocketRecord(String id, FleetRecord fleet, SimulatedDistributor distributor) {
		this.id = id;
		this.fleet = fleet;
		this.distributor = distributor;
	}

	// What its client does and gets

	void accept() {
		this.accepted = true;
	}

	void read(ClientPacket event) {
		this.sent = event.event();
		if (event.text().charAt(event.text().indexOf(',') + 1) != '[') {
			this.asked.set(event.event());
		}
	}

	void answered(int number, String answer) {
		if (!this.asked.get(number) || this.answered.get(number)) {
			this.fleet.broken(this.id + " got an answer to " + number + " that it does not wait for");
		}
		if (this.home == null || !answer.equals(this.fleet.processOf(this.home) + " " + number)) {
			this.fleet
				.broken(this.id + " got the answer " + answer + " to " + number + " while its home is " + this.home);
		}
		this.answered.set(number);
	}

	void heard(String backend, long sequence) {
		Long last = this.lastHeard.put(backend, sequence);
		if (last != null && last >= sequence) {
			this.fleet.broken(this.id + " heard " + sequence + " of " + backend + " after " + last);
		}
		this.heard.add(sequence);
	}

	void clientLeft() {
		this.clientLeft = true;
	}

	void closedByServer(CloseReason reason) {
		this.closedByServer = reason;
	}

	// What happens to its homes and its distributor

	void moveTo(NodeId home) {
		this.home = home;
		this.released = false;
		this.taken = false;
	}

	/** Whether what has a number is not an event, but the end of this socket. */
	boolean isDisconnect(long number) {
		return number > this.sent;
	}

	void taken(NodeId by) {
		this.taken |= by.equals(this.home);
	}

	void released(NodeId sender) {
		if (sender.equals(this.home)) {
			this.released = true;
		}
	}

	void homeGone(NodeId gone) {
		if (gone.equals(this.home) && !this.released) {
			this.released = true;
			if (this.accepted) {
				this.homesLost++;
			}
			else {
				this.connectsLost++;
			}
		}
	}

	void distributorLost() {
		this.distributorLost = true;
	}

	Handling begin(HomeTerm term, int number, boolean redelivered) {
		Handling handling = new Handling(number, redelivered, term);
		this.handlings.add(handling);
		String wrong = term.begin(handling);
		if (wrong != null) {
			this.fleet.broken(this.id + ": " + wrong);
		}
		return handling;
	}

	void disconnected() {
		this.disconnects++;
	}

	// What is known

	String id() {
		return this.id;
	}

	SimulatedDistributor distributor() {
		return this.distributor;
	}

	boolean isAccepted() {
		return this.accepted;
	}

	/** Whether its client still has it. */
	boolean isConnected() {
		return this.accepted && !this.clientLeft && this.closedByServer == null
				&& !this.distributor.process().hasEnded();
	}

	/** Whether its distributor ended too early, or was taken for dead. */
	boolean isDistributorLost() {
		return this.distributorLost || this.distributor.endedEarly();
	}

	/** Whether its home is gone, or does not know yet that it is the home. */
	boolean isHomeless() {
		NodeId last = this.home;
		return last == null || this.released || !this.taken || !this.fleet.isLive(last);
	}

	@Nullable CloseReason closedByServer() {
		return this.closedByServer;
	}

	int sent() {
		return this.sent;
	}

	int homesLost() {
		return this.homesLost;
	}

	/** How many homes were lost before one accepted it. */
	int connectsLost() {
		return this.connectsLost;
	}

	int disconnects() {
		return this.disconnects;
	}

	List<Handling> handlings() {
		return this.handlings;
	}

	boolean heard(long sequence) {
		return this.heard.contains(sequence);
	}

	/** Returns what the client asked for and did not get. */
	BitSet unanswered() {
		BitSet missing = (BitSet) this.asked.clone();
		missing.andNot(this.answered);
		return missing;
	}

	@Override
	public String toString() {
		return this.id + " (" + this.sent + " sent, homes lost: " + this.homesLost + ", disconnects: "
				+ this.disconnects + ", closed: " + this.closedByServer + (this.distributorLost ? ", fenced" : "")
				+ ", handled: " + this.handlings + ")";
	}

}
