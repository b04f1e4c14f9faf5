package io.distributor.engine.limit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The clients of one event loop that have not read what was written for them. To be used
 * on that loop only, apart from {@link #bytes()}.
 */
public final class LoopBacklog {

	/** Less than that of one client is not counted: most clients read at once. */
	public static final int SMALL = 16 * 1024;

	private static final int INTERVAL_SECONDS = 1;

	private final Backlog all;

	private final ScheduledExecutorService eventLoop;

	private final Set<BacklogEntry> entries = new HashSet<>();

	private final AtomicBoolean roomAskedFor = new AtomicBoolean();

	private volatile long bytes;

	private boolean scheduled;

	LoopBacklog(Backlog all, ScheduledExecutorService eventLoop) {
		this.all = all;
		this.eventLoop = eventLoop;
	}

	/**
	 * Returns what waits for the clients of this loop. May be called from any thread.
	 * @return bytes
	 */
	public long bytes() {
		return this.bytes;
	}

	@SuppressWarnings("NonAtomicOperationOnVolatileField")
	void change(BacklogEntry entry, long before, long now) {
		this.bytes += now - before;
		if (now == 0) {
			this.entries.remove(entry);
		}
		else if (before == 0) {
			this.entries.add(entry);
			measureLater();
		}
	}

	boolean takes(int more, boolean droppable) {
		if (droppable) {
			return this.all.fitsDroppable(more);
		}
		if (!this.all.fits(more)) {
			makeRoom(more);
		}
		return true;
	}

	// On the loop that holds most; if it is another, the message goes ahead meanwhile.
	private void makeRoom(int more) {
		measure();
		if (this.all.fits(more)) {
			return;
		}
		LoopBacklog largest = this.all.largest();
		if (largest == this) {
			giveUpLargest(more);
		}
		else if (largest.roomAskedFor.compareAndSet(false, true)) {
			execute(largest, more);
		}
	}

	private static void execute(LoopBacklog part, int more) {
		try {
			part.eventLoop.execute(() -> {
				part.roomAskedFor.set(false);
				part.measure();
				part.giveUpLargest(more);
			});
		}
		catch (RejectedExecutionException ex) {
			// The server stops, and all its clients with it.
			part.roomAskedFor.set(false);
		}
	}

	private void giveUpLargest(int more) {
		while (!this.all.fits(more + this.all.spare()) && !this.entries.isEmpty()) {
			BacklogEntry largest = this.entries.stream()
				.max(Comparator.comparingLong(BacklogEntry::counted))
				.orElseThrow();
			this.all.givenUp();
			largest.forget();
			largest.giveUp(this.all.description());
		}
	}

	// Clients read without a word to us: what was counted is more than what still waits.
	private void measureLater() {
		if (!this.scheduled) {
			this.scheduled = true;
			this.eventLoop.schedule(this::measureAgain, INTERVAL_SECONDS, TimeUnit.SECONDS);
		}
	}

	private void measureAgain() {
		this.scheduled = false;
		measure();
		if (!this.entries.isEmpty()) {
			measureLater();
		}
	}

	private void measure() {
		new ArrayList<>(this.entries).forEach(BacklogEntry::measure);
	}

}
