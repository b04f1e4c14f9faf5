package io.distributor.interop.peer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

import io.distributor.gateway.LocalDescriptions;
import io.distributor.gateway.LocalSockets;
import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.interop.adapter.AdapterRequest;
import io.distributor.interop.adapter.ResponseWriter;
import io.distributor.interop.channel.ForeignChannels;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;

/**
 * Carries out the requests of others in one namespace, on the sockets of a distributor.
 * Every question is answered, if need be with less than there is: who asks would wait for
 * the answer otherwise.
 */
final class RequestRun implements AdapterRequest.Handler {

	/** What a name takes in an answer, about. */
	private static final int NAME_BYTES = 24;

	private final AdapterChannels names;

	private final String namespace;

	private final LocalSockets sockets;

	private final ForeignChannels channels;

	private final PeerCounters counters;

	private final AnswerLimits limits;

	private final ResponseWriter writer = new ResponseWriter();

	private final AtomicInteger questions = new AtomicInteger();

	RequestRun(AdapterChannels names, LocalSockets sockets, ForeignChannels channels, PeerCounters counters,
			AnswerLimits limits) {
		this.names = names;
		this.namespace = names.namespace();
		this.sockets = sockets;
		this.channels = channels;
		this.counters = counters;
		this.limits = limits;
	}

	@Override
	public void onJoin(AdapterRequest.Join request) {
		this.sockets.join(this.namespace, request.selection(), request.rooms());
	}

	@Override
	public void onLeave(AdapterRequest.Leave request) {
		this.sockets.leave(this.namespace, request.selection(), request.rooms());
	}

	@Override
	public void onDisconnect(AdapterRequest.Disconnect request) {
		this.sockets.disconnect(this.namespace, request.selection(), request.closeConnection());
	}

	@Override
	public void onIds(AdapterRequest.Ids request) {
		Function<Collection<String>, byte[]> answer = (ids) -> this.writer.ids(request.requestId(), ids);
		if (begin()) {
			this.sockets.ids(this.namespace, request.selection(), this.limits.maxNames())
				.thenAccept((ids) -> endWithNames(ids, answer));
		}
		else {
			answerNames(List.of(), answer);
		}
	}

	@Override
	public void onRooms(AdapterRequest.Rooms request) {
		Function<Collection<String>, byte[]> answer = (rooms) -> this.writer.rooms(request.requestId(), rooms);
		if (begin()) {
			CompletionStage<List<String>> ids = this.sockets.ids(this.namespace, Selection.ALL, this.limits.maxNames());
			this.sockets.rooms(this.namespace, this.limits.maxNames())
				.thenCombine(ids, RequestRun::both)
				.thenAccept((rooms) -> endWithNames(rooms, answer));
		}
		else {
			answerNames(List.of(), answer);
		}
	}

	private static List<String> both(List<String> some, List<String> others) {
		List<String> both = new ArrayList<>(some);
		both.addAll(others);
		return both;
	}

	@Override
	public void onFetch(AdapterRequest.Fetch request) {
		if (begin()) {
			this.sockets.describe(this.namespace, request.selection(), this.limits.maxBytes()).thenAccept((found) -> {
				this.questions.decrementAndGet();
				answerFetch(request, found);
			});
		}
		else {
			answerFetch(request, LocalDescriptions.NONE);
		}
	}

	private void answerFetch(AdapterRequest.Fetch request, LocalDescriptions found) {
		if (found.more()) {
			this.counters.incompleteAnswers.increment();
		}
		long bytes = found.sockets().stream().mapToLong((socket) -> socket.estimatedSize()).sum();
		answer(bytes, () -> this.writer.sockets(request.requestId(), found.sockets()));
	}

	@Override
	public void onAsk(AdapterRequest.Ask request) {
		this.sockets
			.ask(this.namespace, request.selection(), request.payload(), (id, answer) -> answered(request, answer))
			.thenAccept((asked) -> answer(0, () -> this.writer.clientCount(request.requestId(), asked)));
	}

	private void answered(AdapterRequest.Ask request, Payload answer) {
		long bytes = answer.json().length
				+ answer.attachments().stream().mapToLong((attachment) -> attachment.length).sum();
		answer(bytes, () -> this.writer.clientAnswer(request.requestId(), answer));
	}

	@Override
	public void onServerEvent(AdapterRequest.ServerEvent request) {
		String requestId = request.requestId();
		if (requestId != null) {
			answer(0, () -> this.writer.serverEventHeard(requestId));
		}
	}

	private boolean begin() {
		if (this.questions.incrementAndGet() <= this.limits.maxQuestions()) {
			return true;
		}
		this.questions.decrementAndGet();
		this.counters.incompleteAnswers.increment();
		return false;
	}

	private void endWithNames(List<String> names, Function<Collection<String>, byte[]> answer) {
		this.questions.decrementAndGet();
		if (names.size() >= this.limits.maxNames()) {
			this.counters.incompleteAnswers.increment();
		}
		answerNames(names, answer);
	}

	private void answerNames(List<String> names, Function<Collection<String>, byte[]> answer) {
		answer((long) names.size() * NAME_BYTES, () -> answer.apply(names));
	}

	private void answer(long bytes, Supplier<byte[]> message) {
		this.channels.publish(this.names.responses(), bytes, message);
	}

}
