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

	private final List<HomeStay> stays = new ArrayList<>();

	private final List<Handling> handlings = new ArrayList<>();

	private final Map<String, Long> lastHeard = new HashMap<>();

	private final Set<Long> heard = new HashSet<>();

	private @Nullable CloseReason closedByServer;

	private boolean accepted;

	private boolean clientLeft;

	private boolean distributorLost;

	private int sent;

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
		HomeStay stay = stay();
		if (stay == null || !answer.equals(this.fleet.processOf(stay.home()) + " " + number)) {
			this.fleet
				.broken(this.id + " got the answer " + answer + " to " + number + " of another one than its home");
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
		this.stays.add(new HomeStay(home));
	}

	/** Whether what has a number is not an event, but the end of this socket. */
	boolean isDisconnect(long number) {
		return number > this.sent;
	}

	void taken(String process) {
		this.stays.stream().filter((stay) -> this.fleet.processOf(stay.home()).equals(process)).forEach(HomeStay::take);
	}

	void released(NodeId sender) {
		HomeStay stay = stay();
		if (stay != null && stay.home().equals(sender)) {
			stay.end();
		}
	}

	void homeGone(NodeId gone) {
		HomeStay stay = stay();
		if (stay != null && stay.home().equals(gone)) {
			stay.lose();
		}
	}

	private @Nullable HomeStay stay() {
		return this.stays.isEmpty() ? null : this.stays.get(this.stays.size() - 1);
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
		HomeStay stay = stay();
		return stay == null || stay.isOver() || !stay.isTaken() || !this.fleet.isLive(stay.home());
	}

	@Nullable CloseReason closedByServer() {
		return this.closedByServer;
	}

	int sent() {
		return this.sent;
	}

	/** How many homes were lost that had begun to act. */
	int homesLost() {
		return (int) this.stays.stream().filter((stay) -> stay.isLost() && stay.isTaken()).count();
	}

	/** Whether a home was lost, be it that it had not even begun. */
	boolean hasLostHome() {
		return this.stays.stream().anyMatch(HomeStay::isLost);
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
		return this.id + " (" + this.sent + " sent, homes lost: " + homesLost() + ", disconnects: " + this.disconnects
				+ ", closed: " + this.closedByServer + (this.distributorLost ? ", fenced" : "") + ", handled: "
				+ this.handlings + ")";
	}

}
