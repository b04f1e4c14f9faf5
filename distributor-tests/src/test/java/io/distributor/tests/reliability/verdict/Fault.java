package io.distributor.tests.reliability.verdict;

import java.util.Set;

/**
 * Something that was done to a fleet.
 *
 * @param what what was done
 * @param begun when, in microseconds since the epoch
 * @param over when it was over: the same for what does not last
 * @param victims names of the backend instances it was done to
 * @param permits what may become of what those instances broadcast
 */
public record Fault(String what, long begun, long over, Set<String> victims, Permits permits) {

	/**
	 * Returns whether it lasted and ended.
	 * @return whether there is a time of its end
	 */
	public boolean lasted() {
		return this.over > this.begun;
	}

	/**
	 * What a fault may take away.
	 */
	public enum Permits {

		/** Nothing. */
		NO_LOSS,

		/** What a killed process had not yet sent. */
		LOSS_OF_THE_END,

		/** What a process sent that is taken for dead. */
		LOSS

	}

}
