package io.distributor.link.presence;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PresenceTests {

	private static final NodeId ID = new NodeId("a");

	private static final Node NODE = new Node(ID, NodeRole.BACKEND, "chat", Set.of("/chat"), false);

	private final Presence presence = new Presence(Duration.ofMillis(500));

	@Test
	void hasRoomForABoundedNumberOfNodes() {
		Presence crowded = new Presence(Duration.ofSeconds(5));
		for (int i = 0; i < Presence.MAX_NODES; i++) {
			NodeId id = new NodeId("n" + i);
			assertThat(crowded.hasRoomFor(id)).isTrue();
			crowded.describe(new Node(id, NodeRole.BACKEND, "forged", Set.of(), false), 0);
		}
		assertThat(crowded.hasRoomFor(new NodeId("n0"))).isTrue();
		assertThat(crowded.hasRoomFor(new NodeId("more"))).isFalse();
		crowded.remove(new NodeId("n0"), Departure.GOODBYE, true);
		assertThat(crowded.hasRoomFor(new NodeId("more"))).isTrue();
	}

	@Test
	void tellsNewNodesFromKnownAndChangedOnes() {
		assertThat(this.presence.describe(NODE, 0)).isNull();
		assertThat(this.presence.describe(NODE, 1)).isEqualTo(NODE);
		Node draining = new Node(ID, NodeRole.BACKEND, "chat", Set.of("/chat"), true);
		assertThat(this.presence.describe(draining, 2)).isEqualTo(NODE);
		assertThat(this.presence.nodes()).containsExactly(draining);
	}

	@Test
	void takesSilenceForDeathButNotBeforeItsTime() {
		this.presence.describe(NODE, 0);
		this.presence.hear(ID, 100);
		assertThat(this.presence.silent(599)).isEmpty();
		assertThat(this.presence.silent(600)).containsExactly(ID);
	}

	@Test
	void givesAFreshPeriodAfterForgiving() {
		this.presence.describe(NODE, 0);
		this.presence.forgive(450);
		assertThat(this.presence.silent(900)).isEmpty();
	}

	@Test
	void neverForgetsADeadId() {
		this.presence.describe(NODE, 0);
		assertThat(this.presence.remove(ID, Departure.SILENCE, true)).isEqualTo(NODE);
		assertThat(this.presence.isDead(ID)).isTrue();
		assertThat(this.presence.wasGivenUp(ID)).isTrue();
		assertThat(this.presence.hear(ID, 1)).isFalse();
		assertThat(this.presence.remove(ID, Departure.GOODBYE, true)).isNull();
	}

	@Test
	void refusesIdsThatAreNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> new NodeId("")).withMessageContaining("expected");
		assertThatIllegalArgumentException().isThrownBy(() -> new NodeId("a:b"));
		assertThatIllegalArgumentException().isThrownBy(() -> new NodeId("x".repeat(65)));
		assertThat(new NodeIds().get()).isNotEqualTo(new NodeIds().get());
	}

}
