package io.distributor.interop.siod;

/**
 * The channels that the original has beside those of its adapter.
 *
 * @param prefix beginning of all names
 */
record SiodChannels(String prefix) {

	String toBackend(String namespace) {
		return this.prefix + "/toBackend" + namespace;
	}

	String toDistributor(long number) {
		return this.prefix + "/toSlave/" + number;
	}

	String toAllDistributors() {
		return this.prefix + "/toSlave/all";
	}

}
