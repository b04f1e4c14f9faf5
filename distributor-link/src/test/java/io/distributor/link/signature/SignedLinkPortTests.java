package io.distributor.link.signature;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.link.LinkSecrets;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortListener;
import io.distributor.link.protocol.LinkCounters;
import io.distributor.link.protocol.LinkCounters.Count;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * Tests of frames that are signed, on a hub where anybody may publish anything.
 */
class SignedLinkPortTests {

	private static final String OLD = "the old secret of at least 32 characters";

	private static final String NEW = "the new secret of at least 32 characters";

	private static final String CHANNEL = "p:node:a";

	private final MemoryLinkHub hub = new MemoryLinkHub();

	private final Recorder wire = new Recorder();

	private final LinkPort attacker = this.hub.port();

	private final Recorder heard = new Recorder();

	private final LinkCounters counters = new LinkCounters();

	private final LinkPort receiver = port(this.counters, OLD, null);

	@BeforeEach
	void open() {
		this.attacker.open(this.wire);
		this.attacker.subscribe(CHANNEL);
		this.receiver.open(this.heard);
		this.receiver.subscribe(CHANNEL);
		this.receiver.subscribe("p:presence");
	}

	@AfterEach
	void close() {
		this.attacker.close();
		this.receiver.close();
	}

	@Test
	void bringsWhatTheFleetHasSigned() {
		publish(port(OLD, null), "one", "two", "");
		await().untilAsserted(() -> assertThat(this.heard.texts).containsExactly("one", "two", ""));
		assertThat(this.counters.get(Count.REJECTED)).isZero();
		assertThat(this.wire.frames.get(0)).hasSize("one".length() + 48).startsWith('o', 'n', 'e');
	}

	@Test
	void dropsWhatIsNotSigned() {
		this.attacker.publish(CHANNEL, bytes("forged"));
		this.attacker.publish(CHANNEL, new byte[0]);
		this.attacker.publish(CHANNEL, new byte[200]);
		assertRejected(3);
	}

	@Test
	void dropsWhatIsSignedWithAnotherSecret() {
		publish(port(NEW, null), "forged");
		assertRejected(1);
	}

	@Test
	void dropsWhatWasChanged() {
		byte[] signed = signed("genuine");
		Random random = new Random(1);
		for (int i = 0; i < signed.length; i++) {
			byte[] changed = signed.clone();
			changed[i] ^= (byte) (1 << random.nextInt(8));
			this.attacker.publish(CHANNEL, changed);
		}
		this.attacker.publish(CHANNEL, Arrays.copyOf(signed, signed.length - 1));
		this.attacker.publish(CHANNEL, Arrays.copyOf(signed, signed.length + 1));
		assertRejected(signed.length + 2);
	}

	@Test
	void dropsWhatIsHeardAgain() {
		byte[] signed = signed("genuine");
		publish(port(OLD, null), "other");
		this.attacker.publish(CHANNEL, signed);
		assertRejected(1);
		assertThat(this.heard.texts).containsExactly("genuine", "other");
	}

	@Test
	void dropsWhatWasSignedForAnotherChannel() {
		byte[] signed = signed("genuine");
		this.attacker.publish("p:presence", signed);
		assertRejected(1);
		assertThat(this.heard.texts).containsExactly("genuine");
	}

	@Test
	void dropsWhatIsTooOld() throws Exception {
		byte[] signed = signed("genuine");
		LinkCounters late = new LinkCounters();
		LinkPort restarted = new SignedLinkPort(this.hub.port(), LinkSecrets.of(OLD, null, Duration.ofMillis(1)), late);
		Recorder heardLate = new Recorder();
		restarted.open(heardLate);
		restarted.subscribe(CHANNEL);
		await().untilAsserted(() -> {
			this.attacker.publish(CHANNEL, signed);
			assertThat(late.get(Count.REJECTED)).isPositive();
		});
		assertThat(heardLate.texts).isEmpty();
		restarted.close();
	}

	@Test
	void changesSecretsWhileTheFleetRuns() {
		LinkPort between = port(NEW, OLD);
		Recorder heardBetween = new Recorder();
		between.open(heardBetween);
		between.subscribe(CHANNEL);
		publish(port(OLD, null), "by old");
		publish(port(NEW, null), "by new");
		await().untilAsserted(() -> assertThat(heardBetween.texts).containsExactly("by old", "by new"));
		between.close();
	}

	@Test
	void refusesASecretThatCanBeGuessed() {
		assertThatIllegalArgumentException().isThrownBy(() -> LinkSecrets.of("short", null, Duration.ofMinutes(1)))
			.withMessageStartingWith("secret: 5 characters (expected: at least 32");
		assertThatIllegalArgumentException().isThrownBy(() -> LinkSecrets.of(OLD, "short", Duration.ofMinutes(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> LinkSecrets.of(OLD, null, Duration.ZERO));
	}

	@Test
	void showsNoSecret() {
		assertThat(LinkSecrets.of(OLD, NEW, Duration.ofMinutes(1))).hasToString("2 secrets");
	}

	private byte[] signed(String text) {
		publish(port(OLD, null), text);
		await().untilAsserted(() -> assertThat(this.heard.texts).endsWith(text));
		await().untilAsserted(() -> assertThat(this.wire.frames).isNotEmpty());
		return this.wire.frames.get(0);
	}

	private void assertRejected(long count) {
		await().untilAsserted(() -> assertThat(this.counters.get(Count.REJECTED)).isEqualTo(count));
		assertThat(this.heard.texts).doesNotContain("forged");
	}

	private static void publish(LinkPort port, String... texts) {
		port.open(new Recorder());
		for (String text : texts) {
			port.publish(CHANNEL, bytes(text));
		}
		port.close();
	}

	private LinkPort port(String secret, @Nullable String alsoAccepted) {
		return port(new LinkCounters(), secret, alsoAccepted);
	}

	private LinkPort port(LinkCounters counters, String secret, @Nullable String alsoAccepted) {
		return new SignedLinkPort(this.hub.port(), LinkSecrets.of(secret, alsoAccepted, Duration.ofMinutes(1)),
				counters);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static final class Recorder implements LinkPortListener {

		private final List<String> texts = new CopyOnWriteArrayList<>();

		private final List<byte[]> frames = new CopyOnWriteArrayList<>();

		@Override
		public void onFrame(String channel, byte[] frame) {
			this.frames.add(frame);
			this.texts.add(new String(frame, StandardCharsets.UTF_8));
		}

		@Override
		public void onUp() {
		}

		@Override
		public void onDown(String reason) {
		}

	}

}
