package io.distributor.benchmarks;

import java.util.concurrent.TimeUnit;

import io.distributor.backend.BroadcastOperator;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.instance.Backend;
import io.distributor.backend.instance.BackendOptions;
import io.distributor.backend.statistics.HandlerObserver;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to emit by an interface instead of by a name: with an emitter that is
 * kept, and with one that is made for each event. JSON is written, the link takes
 * everything. With {@code -prof gc} it shows what is allocated.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TypedEmitBenchmark {

	private static final ChatMessage MESSAGE = new ChatMessage("Ada", "Good morning");

	@SuppressWarnings("NullAway.Init") // set by JMH's setup
	private Backend backend;

	@SuppressWarnings("NullAway.Init") // set by JMH's setup
	private BroadcastOperator room;

	@SuppressWarnings("NullAway.Init") // set by JMH's setup
	private ChatEvents events;

	@Setup(Level.Trial)
	public void start(Blackhole blackhole) {
		this.backend = new Backend(BackendOptions.builder("/chat").build(), JsonMapper.shared(), Runnable::run,
				new NoLink(blackhole), HandlerObserver.NONE);
		IndirectIo io = this.backend.io();
		this.room = io.to("room");
		this.events = this.room.as(ChatEvents.class);
		this.backend.start();
	}

	@TearDown(Level.Trial)
	public void stop() {
		this.backend.stop();
	}

	@Benchmark
	public void byName() {
		this.room.emit("chatMessage", MESSAGE);
	}

	@Benchmark
	public void byInterface() {
		this.events.chatMessage(MESSAGE);
	}

	@Benchmark
	public void byInterfaceMadeAnew() {
		this.room.as(ChatEvents.class).chatMessage(MESSAGE);
	}

	/** What is sent. */
	interface ChatEvents {

		void chatMessage(ChatMessage message);

	}

	/** A message. */
	record ChatMessage(String from, String text) {

	}

}
