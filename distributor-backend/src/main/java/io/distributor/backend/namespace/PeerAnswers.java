package io.distributor.backend.namespace;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.distributor.backend.Arguments;
import io.distributor.backend.ServerSideAnswers;
import io.distributor.backend.ack.AckRegistry;
import io.distributor.backend.remote.AnswerCollector;
import io.distributor.backend.remote.Peers;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.message.PeerAnswer;
import io.distributor.link.presence.NodeId;

/**
 * Keeps what other instances answer, within the room that there is for answers.
 */
final class PeerAnswers implements AnswerCollector<ServerSideAnswers> {

	private final Peers peers;

	private final AckRegistry acks;

	private final Map<String, Arguments> answers = new LinkedHashMap<>();

	private final Set<String> refusals = new HashSet<>();

	private long kept;

	PeerAnswers(Peers peers, AckRegistry acks) {
		this.peers = peers;
		this.acks = acks;
	}

	@Override
	public boolean add(NodeId sender, LinkMessage answer) {
		String name = this.peers.describe(sender);
		Payload payload = (answer instanceof PeerAnswer received) ? received.payload() : null;
		if (payload != null && keep(payload)) {
			this.answers.put(name, this.acks.read(payload));
		}
		else {
			this.refusals.add(name);
		}
		return true;
	}

	private boolean keep(Payload payload) {
		long bytes = payload.json().length + payload.attachments().stream().mapToLong((part) -> part.length).sum();
		boolean room = this.acks.keep(bytes);
		this.kept += room ? bytes : 0;
		return room;
	}

	@Override
	public ServerSideAnswers result(Set<String> silent) {
		this.refusals.addAll(silent);
		return new ServerSideAnswers(this.answers, this.refusals);
	}

	@Override
	public void close() {
		this.acks.giveBack(this.kept);
	}

}
