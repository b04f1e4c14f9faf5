package io.distributor.gateway;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/**
 * Does something to many sockets, to each on its event loop, and says in the end how many
 * it concerned. May be used from any thread.
 */
final class RollCall {

	private final AtomicInteger open = new AtomicInteger(1);

	private final AtomicInteger concerned = new AtomicInteger();

	private final IntConsumer report;

	/**
	 * Creates a roll call.
	 * @param report called once, after {@link #end()} and when all event loops are done
	 */
	RollCall(IntConsumer report) {
		this.report = report;
	}

	void visit(Iterable<GatewaySocket> sockets, Predicate<GatewaySocket> action) {
		for (GatewaySocket socket : sockets) {
			this.open.incrementAndGet();
			boolean accepted = socket.tryExecute(() -> {
				if (action.test(socket)) {
					this.concerned.incrementAndGet();
				}
				end();
			});
			if (!accepted) {
				end();
			}
		}
	}

	void end() {
		if (this.open.decrementAndGet() == 0) {
			this.report.accept(this.concerned.get());
		}
	}

}
