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
import io.distributor.gateway.GatewayOptions;
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

	private final BitSet concurrent = new BitSet();

	private final List<HomeStay> stays = new ArrayList<>();

	private final List<Handling> handlings = new ArrayList<>();

	private final Map<String, Long> lastHeard = new HashMap<>();

	private final Set<Long> heard = new HashSet<>();

	/** Bytes of the events, by their numbers. */
	private final List<Integer> sizes = new ArrayList<>(List.of(0));

	private final Set<String> rooms = new HashSet<>();

	private @Nullable CloseReason closedByServer;

	private int requests;

	private boolean accepted;

	private boolean clientLeft;

	private boolean distributorLost;

	private int sent;

	private int disconnects;

	private int reported;

	private long longestHomeless;

	private long movedAt;

	private boolean closedHomeless;

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
		this.concurrent.set(event.event(), event.isConcurrent());
		this.sizes.add(event.text().length() - event.text().indexOf('['));
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

	void closedByServer(CloseReason reason, @Nullable String description) {
		this.closedByServer = reason;
		this.closedHomeless = description != null && description.startsWith("no backend");
		if (this.closedHomeless && (!isWithoutHomeNow() || !isAtALimit())) {
			this.fleet.broken(this + " was closed for want of a home within all limits");
		}
	}

	/** A home that came at the very moment came too late. */
	private boolean isWithoutHomeNow() {
		HomeStay stay = stay();
		return stay != null && (stay.isOver() || this.movedAt == this.fleet.now());
	}

	private boolean isAtALimit() {
		GatewayOptions limits = this.distributor.limits();
		int unhandled = this.sent - this.reported;
		int bytes = this.sizes.subList(this.reported + 1, this.sent + 1).stream().mapToInt(Integer::intValue).sum();
		return unhandled > limits.maxUnhandledEvents() || bytes > limits.maxUnhandledBytes()
				|| this.distributor.hasTooMuchUnhandled() || isHomelessTooLong();
	}

	/** Whether it may have been given up, because nobody came for it. */
	boolean isHomelessTooLong() {
		return longestHomeless() >= this.distributor.limits().adoptionWait().toMillis();
	}

	/** Whether its connection was closed because there was no home within the limits. */
	boolean isClosedHomeless() {
		return this.closedHomeless;
	}

	/** A home says what it has handled. */
	void reported(NodeId sender, long number) {
		HomeStay stay = stay();
		if (stay != null && !stay.isOver() && stay.home().equals(sender)) {
			this.reported = (int) Math.max(this.reported, Math.min(number, this.sent));
		}
	}

	// What happens to its homes and its distributor

	/** A backend is asked whether it takes the client. */
	void askedFor(NodeId home) {
		this.requests++;
		moveTo(home);
	}

	int requests() {
		return this.requests;
	}

	void moveTo(NodeId home) {
		this.longestHomeless = longestHomeless();
		this.movedAt = this.fleet.now();
		this.stays.add(new HomeStay(home));
	}

	/** Returns how long it was without a home at most, in milliseconds. */
	long longestHomeless() {
		HomeStay stay = stay();
		return Math.max(this.longestHomeless, (stay != null) ? stay.overFor(this.fleet.now()) : 0);
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
			stay.end(this.fleet.now());
		}
	}

	void homeGone(NodeId gone) {
		HomeStay stay = stay();
		if (stay != null && stay.home().equals(gone)) {
			stay.lose(this.fleet.now());
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
		String wrong = this.concurrent.get(number) ? null : term.begin(handling, previous(number));
		if (wrong != null) {
			this.fleet.broken(this.id + ": " + wrong);
		}
		return handling;
	}

	boolean isConcurrent(int number) {
		return this.concurrent.get(number);
	}

	/**
	 * Returns the number of the event before another one that is not concurrent, or 0.
	 */
	int previous(int number) {
		return Math.max(0, this.concurrent.previousClearBit(number - 1));
	}

	/** Its homes are told: of each room once, also when the homes change. */
	void joined(String room) {
		if (!this.rooms.add(room) && !hasLostHome()) {
			this.fleet.broken(this.id + " joined " + room + " twice");
		}
	}

	void left(String room) {
		if (!this.rooms.remove(room) && !hasLostHome()) {
			this.fleet.broken(this.id + " left " + room + ", which it was not known to be in");
		}
	}

	void disconnected() {
		this.disconnects++;
		if (!this.rooms.isEmpty() && !hasLostHome()) {
			this.fleet.broken(this.id + " is gone and still in " + this.rooms);
		}
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
