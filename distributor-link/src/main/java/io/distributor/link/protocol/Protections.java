package io.distributor.link.protocol;

/**
 * Which of its promises a link keeps. All of them, in production: only tests, which prove
 * that each is needed, and benchmarks, which measure what they cost, switch some off.
 *
 * @param resend whether what was sent is kept until it is acknowledged, and what is
 * missing is sent again; without, a gap is left behind after the gap delay
 * @param duplicateRemoval whether what comes twice is dropped
 * @param order whether what came too early waits for what is before it
 * @param fencing whether a node that was taken for dead is dead for good, and is told so
 */
public record Protections(boolean resend, boolean duplicateRemoval, boolean order, boolean fencing) {

	/** Everything is promised. */
	public static final Protections ALL = new Protections(true, true, true, true);

	/** Nothing is promised: as if the messages were published just so. */
	public static final Protections NONE = new Protections(false, false, false, false);

}
