package io.distributor.tests.reliability;

import io.distributor.tests.reliability.verdict.BroadcastCounts;
import io.distributor.tests.reliability.verdict.EventCounts;
import io.distributor.tests.reliability.verdict.SocketCounts;
import io.distributor.tests.reliability.verdict.Verdict;
import org.assertj.core.api.SoftAssertions;

/**
 * What holds whatever happens.
 */
final class Promises {

	private Promises() {
	}

	/**
	 * Fails unless all promises were kept.
	 * @param verdict what the run showed
	 */
	static void assertKept(Verdict verdict) {
		EventCounts events = verdict.events();
		BroadcastCounts broadcasts = verdict.broadcasts();
		SocketCounts sockets = verdict.sockets();
		SoftAssertions.assertSoftly((softly) -> {
			softly.assertThat(events.lost()).as("events lost").isZero();
			softly.assertThat(events.doubled()).as("events doubled and not marked").isZero();
			softly.assertThat(events.reordered()).as("events reordered").isZero();
			softly.assertThat(events.unanswered()).as("answers missing").isZero();
			softly.assertThat(events.answeredTwice()).as("answers doubled").isZero();
			softly.assertThat(broadcasts.missing()).as("broadcasts missing").isZero();
			softly.assertThat(broadcasts.doubled()).as("broadcasts doubled").isZero();
			softly.assertThat(broadcasts.reordered()).as("broadcasts reordered").isZero();
			softly.assertThat(verdict.complaints()).as("rooms and data of sockets").isEmpty();
			softly.assertThat(sockets.endsMissing()).as("disconnects never told").isZero();
			softly.assertThat(sockets.endsDoubled()).as("disconnects told twice").isZero();
		});
	}

}
