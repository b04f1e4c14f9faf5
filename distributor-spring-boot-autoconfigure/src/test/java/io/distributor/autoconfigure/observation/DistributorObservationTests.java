package io.distributor.autoconfigure.observation;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import brave.handler.MutableSpan;
import io.distributor.autoconfigure.Contexts;
import io.distributor.autoconfigure.LinkPortFactory;
import io.distributor.autoconfigure.Role;
import io.distributor.backend.EventRefusedException;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.tracing.EventTracing;
import io.distributor.gateway.HeaderSource;
import io.distributor.link.memory.MemoryLinkHub;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One trace, from a distributor through the link into a handler, and back with what the
 * handler emits and answers.
 */
class DistributorObservationTests {

	private static final String FORGED = "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01";

	private final RecordedSpans spans = new RecordedSpans();

	private final Tracer tracer = this.spans.tracer();

	private final List<String> frames = new CopyOnWriteArrayList<>();

	@Test
	void carriesOneTraceFromTheDistributorToTheHandlerAndBack() {
		traced().run((context) -> {
			List<String> seen = new CopyOnWriteArrayList<>();
			IndirectIo io = context.getBean(IndirectIo.class);
			io.onEvent("post", (event) -> {
				seen.add(traceId());
				io.emit("posted", 1);
				return "ok";
			});
			assertThat(ask(context, "post")).containsExactly("ok");
			Awaitility.await().until(() -> this.spans.spans().size() >= 4);
			MutableSpan forward = this.spans.spans("distributor.event.forward").get(0);
			MutableSpan handle = this.spans.spans("handle post").get(0);
			assertThat(forward.parentId()).isNull();
			assertThat(handle.parentId()).isEqualTo(forward.id());
			assertThat(handle.tags()).containsEntry("namespace", "/chat")
				.containsEntry("event", "post")
				.containsEntry("outcome", "handled");
			assertThat(this.spans.spans("distributor.event.emit")).hasSize(2)
				.allSatisfy((span) -> assertThat(span.parentId()).isEqualTo(handle.id()));
			assertThat(this.spans.spans()).extracting(MutableSpan::traceId).containsOnly(seen.get(0));
			assertThat(framesWith(seen.get(0))).hasSizeGreaterThanOrEqualTo(3)
				.anySatisfy((frame) -> assertThat(frame).contains("posted"));
		});
	}

	@Test
	void carriesTheTraceIntoListenersAndStepsAndBackWithWhatTheyEmit() {
		traced().run((context) -> {
			IndirectIo io = context.getBean(IndirectIo.class);
			io.onAny((event) -> io.emit("heard", 1));
			io.onAnyOutgoing((event) -> {
				if (event.name().equals("posted")) {
					io.emit("noted", 1);
				}
			});
			io.on("connection", (socket) -> socket.use((event) -> io.emit("seen", 1)));
			io.onEvent("post", (event) -> {
				io.emit("posted", 1);
				return "ok";
			});
			assertThat(ask(context, "post")).containsExactly("ok");
			Awaitility.await().until(() -> this.spans.spans().size() >= 7);
			MutableSpan handle = this.spans.spans("handle post").get(0);
			assertThat(this.spans.spans("handle post")).hasSize(1);
			assertThat(this.spans.spans("distributor.event.emit")).hasSize(5)
				.allSatisfy((span) -> assertThat(span.parentId()).isEqualTo(handle.id()));
			assertThat(framesWith(handle.traceId())).anySatisfy((frame) -> assertThat(frame).contains("heard"))
				.anySatisfy((frame) -> assertThat(frame).contains("seen"))
				.anySatisfy((frame) -> assertThat(frame).contains("noted"));
			assertThat(this.tracer.currentSpan()).isNull();
		});
	}

	@Test
	void tracesAnEventThatIsRefusedBeforeItsHandler() {
		traced().run((context) -> {
			IndirectIo io = context.getBean(IndirectIo.class);
			io.on("connection", (socket) -> socket.use((event) -> {
				throw new EventRefusedException("not now");
			}));
			io.onEvent("post", (event) -> "ok");
			assertThat(ask(context, "post")[0]).hasToString("{\"error\":\"not now\"}");
			Awaitility.await().until(() -> !this.spans.spans("handle post").isEmpty());
			assertThat(this.spans.spans("handle post").get(0).tag("outcome")).isEqualTo("refused");
		});
	}

	@Test
	void carriesTheTraceToOtherInstances() {
		MemoryLinkHub hub = new MemoryLinkHub();
		traced(Role.STANDALONE, hub).run((first) -> traced(Role.BACKEND, hub).run((second) -> {
			for (ApplicationContext instance : List.of(first, second)) {
				IndirectIo io = instance.getBean(IndirectIo.class);
				io.onServerSide("reload", (event) -> "reloaded");
				io.onEvent("post",
						(event) -> io.serverSideEmitWithAck("reload").thenApply((all) -> all.answers().size()));
			}
			Awaitility.await().until(() -> ask(first, "post")[0].equals(1));
			Awaitility.await().until(() -> !this.spans.spans("handle reload").isEmpty());
			MutableSpan reload = this.spans.spans("handle reload").get(0);
			assertThat(reload.tag("outcome")).isEqualTo("handled");
			assertThat(this.spans.spans("distributor.event.emit"))
				.anySatisfy((emit) -> assertThat(emit.id()).isEqualTo(reload.parentId()));
			assertThat(this.spans.spans("handle post"))
				.anySatisfy((post) -> assertThat(post.traceId()).isEqualTo(reload.traceId()));
		}));
	}

	@Test
	void namesThePatternOfANamespaceThatMatchesOne() {
		traced().run((context) -> {
			context.getBean(IndirectIo.class).of("/workspace-{id}").onEvent("post", (event) -> "ok");
			assertThat(askIn(context, "/workspace-7", "post")).containsExactly("ok");
			Awaitility.await().until(() -> !this.spans.spans("handle post").isEmpty());
			assertThat(this.spans.spans("handle post").get(0).tag("namespace")).isEqualTo("/workspace-{id}");
			assertThat(this.spans.spans("distributor.event.forward").get(0).tag("namespace"))
				.isEqualTo("/workspace-{id}");
		});
	}

	@Test
	void believesNoTraceOfAClient() {
		traced().run((context) -> {
			context.getBean(IndirectIo.class).onEvent("post", (event) -> traceId());
			Object[] answer = ask(context, "post");
			assertThat((String) answer[0]).hasSize(32).isNotEqualTo("0123456789abcdef0123456789abcdef");
		});
	}

	@Test
	void endsWithTheOutcomeOfWhatTheHandlerReturned() {
		traced().run((context) -> {
			IndirectIo io = context.getBean(IndirectIo.class);
			CompletableFuture<String> later = new CompletableFuture<>();
			io.onEvent("later", (event) -> later);
			io.onEvent("fails", (event) -> {
				throw new IllegalStateException("broken");
			});
			ask(context, "fails");
			Awaitility.await().until(() -> !this.spans.spans("handle fails").isEmpty());
			MutableSpan failed = this.spans.spans("handle fails").get(0);
			assertThat(failed.tag("outcome")).isEqualTo("failed");
			assertThat(failed.error()).hasMessage("broken");
			CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(() -> later.complete("done"));
			assertThat(ask(context, "later")).containsExactly("done");
			Awaitility.await().until(() -> !this.spans.spans("handle later").isEmpty());
			assertThat(this.spans.spans("handle later").get(0).tag("outcome")).isEqualTo("handled");
			assertThat(this.tracer.currentSpan()).isNull();
		});
	}

	@Test
	void observesNothingWithoutATracer() {
		Contexts.runner(Role.STANDALONE)
			.withConfiguration(AutoConfigurations.of(DistributorObservationAutoConfiguration.class))
			.withBean(ObservationRegistry.class, ObservationRegistry::create)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(HeaderSource.class)
				.doesNotHaveBean(EventTracing.class));
	}

	private ApplicationContextRunner traced() {
		return traced(Role.STANDALONE, new MemoryLinkHub());
	}

	private ApplicationContextRunner traced(Role role, MemoryLinkHub hub) {
		return Contexts.runner(role)
			.withConfiguration(AutoConfigurations.of(DistributorObservationAutoConfiguration.class))
			.withBean(Tracer.class, () -> this.tracer)
			.withBean(ObservationRegistry.class, () -> this.spans.registry(this.tracer))
			.withBean(LinkPortFactory.class, () -> () -> new RecordingPort(hub.port(), this.frames))
			.withPropertyValues("distributor.link.settle=50ms");
	}

	private String traceId() {
		return this.tracer.currentSpan().context().traceId();
	}

	private List<String> framesWith(String traceId) {
		return this.frames.stream()
			.filter((frame) -> frame.contains("traceparent") && frame.contains(traceId))
			.toList();
	}

	private static Object[] ask(ApplicationContext context, String event) throws InterruptedException {
		return askIn(context, "/chat", event);
	}

	private static Object[] askIn(ApplicationContext context, String namespace, String event)
			throws InterruptedException {
		int port = context.getEnvironment().getRequiredProperty("local.distributor.port", Integer.class);
		Socket client = IO.socket(URI.create("http://localhost:" + port + namespace),
				IO.Options.builder().setForceNew(true).setExtraHeaders(Map.of("traceparent", List.of(FORGED))).build());
		BlockingQueue<Object[]> answers = new LinkedBlockingQueue<>();
		client.on(Socket.EVENT_CONNECT, (nothing) -> client.emit(event, new Object[0], (Ack) answers::add));
		client.connect();
		Object[] answer = answers.poll(20, TimeUnit.SECONDS);
		client.close();
		assertThat(answer).isNotNull();
		return answer;
	}

}
