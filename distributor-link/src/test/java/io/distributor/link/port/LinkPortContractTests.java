package io.distributor.link.port;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What every port has to do.
 */
public abstract class LinkPortContractTests {

	private final List<LinkPort> ports = new ArrayList<>();

	private final Recorder first = new Recorder();

	private final Recorder second = new Recorder();

	/** Returns a new port; all ports of one test are joined. */
	protected abstract PatternPort createPort();

	/** Is called before the ports of a test are created that {@link #cut} cuts off. */
	protected void prepareCut() {
	}

	/** Cuts all ports off. */
	protected abstract void cut() throws Exception;

	/** Ends what {@link #cut} began. */
	protected abstract void mend() throws Exception;

	@AfterEach
	void closePorts() {
		this.ports.forEach(LinkPort::close);
	}

	@Test
	void tellsThatItIsUp() {
		open(this.first);
		eventually().untilAsserted(() -> assertThat(this.first.events).containsExactly("up"));
	}

	@Test
	void deliversToEverySubscriberAndToThePublisherItself() {
		LinkPort publisher = open(this.first);
		LinkPort other = open(this.second);
		subscribe(publisher, this.first, "a");
		subscribe(other, this.second, "a");
		publish(publisher, "a", "hello");
		eventually().until(() -> this.first.frames.contains("a hello") && this.second.frames.contains("a hello"));
	}

	@Test
	void deliversOnlyWhatWasSubscribedUntilItIsUnsubscribed() {
		LinkPort publisher = open(this.first);
		LinkPort other = open(this.second);
		subscribe(other, this.second, "a");
		subscribe(other, this.second, "b");
		publish(publisher, "c", "1");
		publish(publisher, "a", "2");
		eventually().until(() -> this.second.frames.contains("a 2"));
		other.unsubscribe("a");
		eventually().until(() -> {
			publish(publisher, "a", "3");
			publish(publisher, "b", "4");
			eventually().until(() -> this.second.frames.contains("b 4"));
			boolean silent = !this.second.frames.contains("a 3");
			this.second.frames.clear();
			return silent;
		});
		assertThat(this.second.frames).doesNotContain("c 1");
	}

	@Test
	void keepsTheOrderOfOnePublisherOnOneChannel() {
		LinkPort publisher = open(this.first);
		LinkPort other = open(this.second);
		subscribe(other, this.second, "a");
		for (int i = 0; i < 5_000; i++) {
			publisher.publish("a", String.valueOf(i).getBytes(StandardCharsets.UTF_8));
			if (i % 64 == 0) {
				publisher.flush();
			}
		}
		publisher.flush();
		eventually().until(() -> this.second.frames.contains("a 4999"));
		List<Integer> numbers = List.copyOf(this.second.frames)
			.stream()
			.filter((frame) -> Character.isDigit(frame.charAt(2)))
			.map((frame) -> Integer.valueOf(frame.substring(2)))
			.toList();
		assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSize(5_000);
		assertThat(this.second.threads).hasSize(1);
	}

	@Test
	void carriesBytesAsTheyAre() {
		LinkPort publisher = open(this.first);
		subscribe(publisher, this.first, "größe");
		byte[] bytes = new byte[70_000];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) i;
		}
		publisher.publish("größe", bytes);
		publisher.flush();
		eventually().until(() -> this.first.lastFrame.length == bytes.length);
		assertThat(this.first.lastFrame).isEqualTo(bytes);
	}

	@Test
	void tellsAnOutageLosesWhatIsPublishedMeanwhileAndSubscribesAgain() throws Exception {
		prepareCut();
		LinkPort publisher = open(this.first);
		PatternPort other = open(this.second);
		subscribe(other, this.second, "a");
		cut();
		eventually().until(() -> this.first.events.contains("down") && this.second.events.contains("down"));
		publish(publisher, "a", "lost");
		other.subscribe("b");
		other.subscribePattern("c*");
		mend();
		eventually().until(() -> this.first.ups() == 2 && this.second.ups() == 2);
		publish(publisher, "a", "after");
		publish(publisher, "b", "too");
		publish(publisher, "cd", "as well");
		eventually().until(() -> this.second.frames.containsAll(List.of("a after", "b too", "c* cd as well")));
		assertThat(this.second.frames).doesNotContain("a lost");
		assertThat(this.first.events).containsExactly("up", "down", "up");
	}

	@Test
	void deliversWhatMatchesAPatternUntilThatIsUnsubscribed() {
		PatternPort publisher = open(this.first);
		PatternPort other = open(this.second);
		other.subscribePattern("x\\*#*");
		other.subscribe("end");
		eventually().until(() -> {
			publish(publisher, "x*#", "probe");
			return this.second.frames.contains("x\\*#* x*# probe");
		});
		publish(publisher, "xy#a", "1");
		publish(publisher, "x*", "2");
		publish(publisher, "x*#a", "3");
		eventually().until(() -> this.second.frames.contains("x\\*#* x*#a 3"));
		assertThat(this.second.frames).noneMatch((frame) -> frame.endsWith(" 1") || frame.endsWith(" 2"));
		other.unsubscribePattern("x\\*#*");
		eventually().until(() -> {
			this.second.frames.clear();
			publish(publisher, "x*#a", "4");
			publish(publisher, "end", "5");
			eventually().until(() -> this.second.frames.contains("end 5"));
			return !this.second.frames.contains("x\\*#* x*#a 4");
		});
	}

	@Test
	void tellsHowManyHear() {
		PatternPort publisher = open(this.first);
		PatternPort other = open(this.second);
		publisher.subscribe("a1");
		other.subscribePattern("a*");
		eventually().untilAsserted(() -> {
			assertThat(heard(publisher, "a1")).isEqualTo(2);
			assertThat(heard(publisher, "a2")).isEqualTo(1);
			assertThat(heard(publisher, "b")).isZero();
		});
	}

	private static long heard(PatternPort port, String channel) {
		CompletableFuture<Long> receivers = new CompletableFuture<>();
		port.publish(channel, new byte[1], receivers::complete);
		port.flush();
		return receivers.orTimeout(30, TimeUnit.SECONDS).join();
	}

	@Test
	void isSilentAfterItsEnd() {
		LinkPort publisher = open(this.first);
		LinkPort other = open(this.second);
		subscribe(publisher, this.first, "a");
		subscribe(other, this.second, "a");
		other.close();
		publish(publisher, "a", "hello");
		eventually().until(() -> this.first.frames.contains("a hello"));
		assertThat(this.second.frames).doesNotContain("a hello");
		other.publish("a", new byte[1]);
		other.flush();
		other.close();
	}

	protected static ConditionFactory eventually() {
		return await().atMost(Duration.ofSeconds(30));
	}

	protected final PatternPort open(Recorder recorder) {
		PatternPort port = createPort();
		this.ports.add(port);
		port.open(recorder);
		return port;
	}

	private void subscribe(LinkPort port, Recorder recorder, String channel) {
		port.subscribe(channel);
		eventually().until(() -> {
			publish(port, channel, "probe");
			return recorder.frames.contains(channel + " probe");
		});
		eventually().until(() -> {
			publish(port, channel, "last");
			int seen = recorder.frames.size();
			return recorder.frames.get(seen - 1).equals(channel + " last");
		});
	}

	protected final void publish(LinkPort port, String channel, String text) {
		port.publish(channel, text.getBytes(StandardCharsets.UTF_8));
		port.flush();
	}

	/**
	 * Keeps what a port tells.
	 */
	public static final class Recorder implements LinkPortListener {

		public final List<String> frames = Collections.synchronizedList(new ArrayList<>());

		public final List<String> events = Collections.synchronizedList(new ArrayList<>());

		final Set<Thread> threads = ConcurrentHashMap.newKeySet();

		volatile byte[] lastFrame = new byte[0];

		@Override
		public void onFrame(String channel, byte[] frame) {
			this.threads.add(Thread.currentThread());
			this.lastFrame = frame;
			this.frames.add(channel + " " + new String(frame, StandardCharsets.UTF_8));
		}

		@Override
		public void onPatternFrame(String pattern, String channel, byte[] frame) {
			this.frames.add(pattern + " " + channel + " " + new String(frame, StandardCharsets.UTF_8));
		}

		@Override
		public void onUp() {
			this.events.add("up");
		}

		@Override
		public void onDown(String reason) {
			assertThat(reason).isNotBlank();
			if (this.events.isEmpty() || !this.events.get(this.events.size() - 1).equals("down")) {
				this.events.add("down");
			}
		}

		public long ups() {
			return List.copyOf(this.events).stream().filter("up"::equals).count();
		}

	}

}
