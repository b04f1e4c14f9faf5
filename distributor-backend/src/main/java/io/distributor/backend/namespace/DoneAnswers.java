package io.distributor.backend.namespace;

import java.util.Set;

import io.distributor.backend.RequestResult;
import io.distributor.backend.remote.AnswerCollector;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.RequestDone;
import io.distributor.link.presence.NodeId;

/**
 * Counts the sockets that a request concerned.
 */
final class DoneAnswers implements AnswerCollector<RequestResult> {

	private long sockets;

	@Override
	public boolean add(NodeId sender, LinkMessage answer) {
		if (answer instanceof RequestDone done) {
			this.sockets += done.sockets();
			return true;
		}
		return false;
	}

	@Override
	public RequestResult result(Set<String> silent) {
		return new RequestResult(this.sockets, silent);
	}

}
