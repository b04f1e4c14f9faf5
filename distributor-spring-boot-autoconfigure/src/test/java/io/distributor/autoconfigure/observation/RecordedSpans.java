package io.distributor.autoconfigure.observation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.CurrentTraceContext;
import brave.propagation.ThreadLocalCurrentTraceContext;
import brave.propagation.TraceContext;
import brave.sampler.Sampler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.brave.bridge.BraveBaggageManager;
import io.micrometer.tracing.brave.bridge.BraveCurrentTraceContext;
import io.micrometer.tracing.brave.bridge.BravePropagator;
import io.micrometer.tracing.brave.bridge.BraveTracer;
import io.micrometer.tracing.brave.bridge.W3CPropagation;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;

/**
 * A real tracer that keeps its spans.
 */
final class RecordedSpans extends SpanHandler {

	private final List<MutableSpan> spans = new CopyOnWriteArrayList<>();

	private final CurrentTraceContext current = ThreadLocalCurrentTraceContext.create();

	private final Tracing tracing = Tracing.newBuilder()
		.currentTraceContext(this.current)
		.propagationFactory(new W3CPropagation())
		.supportsJoin(false)
		.traceId128Bit(true)
		.sampler(Sampler.ALWAYS_SAMPLE)
		.addSpanHandler(this)
		.build();

	Tracer tracer() {
		return new BraveTracer(this.tracing.tracer(), new BraveCurrentTraceContext(this.current),
				new BraveBaggageManager());
	}

	ObservationRegistry registry(Tracer tracer) {
		BravePropagator propagator = new BravePropagator(this.tracing);
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig()
			.observationHandler(new FirstMatchingCompositeObservationHandler(
					new PropagatingSenderTracingObservationHandler<>(tracer, propagator),
					new PropagatingReceiverTracingObservationHandler<>(tracer, propagator),
					new DefaultTracingObservationHandler(tracer)));
		return registry;
	}

	@Override
	public boolean end(TraceContext context, MutableSpan span, Cause cause) {
		this.spans.add(new MutableSpan(span));
		return true;
	}

	List<MutableSpan> spans(String name) {
		return this.spans.stream().filter((span) -> name.equals(span.name())).toList();
	}

	List<MutableSpan> spans() {
		return this.spans;
	}

}
