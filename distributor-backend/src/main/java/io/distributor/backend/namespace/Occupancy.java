package io.distributor.backend.namespace;

/**
 * Hears how many sockets a namespace has. May be called by any thread.
 */
interface Occupancy {

	/** For namespaces that stay when their last socket has gone. */
	Occupancy UNOBSERVED = new Occupancy() {
		@Override
		public void enter() {
		}

		@Override
		public void leave() {
		}
	};

	/**
	 * A socket came.
	 */
	void enter();

	/**
	 * A socket has gone.
	 */
	void leave();

}
