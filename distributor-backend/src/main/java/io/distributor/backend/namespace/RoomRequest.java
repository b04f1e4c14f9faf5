package io.distributor.backend.namespace;

import java.util.List;
import java.util.Set;

import io.distributor.backend.RequestResult;
import io.distributor.backend.remote.AnswerCollector;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.RequestDone;
import io.distributor.link.presence.NodeId;

/**
 * A home makes its own socket join or leave rooms, and learns from the answer which of
 * them that changed. Two requests are equal only if they are the same.
 */
final class RoomRequest implements AnswerCollector<RequestResult> {

	private final RoomSet set;

	private final List<String> rooms;

	private final boolean joining;

	private final DoneAnswers answers = new DoneAnswers();

	private boolean over;

	RoomRequest(RoomSet set, List<String> rooms, boolean joining) {
		this.set = set;
		this.rooms = rooms;
		this.joining = joining;
	}

	List<String> rooms() {
		return this.rooms;
	}

	boolean joining() {
		return this.joining;
	}

	@Override
	public boolean add(NodeId sender, LinkMessage answer) {
		if (answer instanceof RequestDone done) {
			end(done.rooms());
		}
		return this.answers.add(sender, answer);
	}

	@Override
	public RequestResult result(Set<String> silent) {
		// Without an answer it is taken for done: nothing else tells.
		end(this.rooms);
		return this.answers.result(silent);
	}

	@Override
	public void close() {
		end(List.of());
	}

	private void end(List<String> changed) {
		if (!this.over) {
			this.over = true;
			this.set.end(this, changed);
		}
	}

}
