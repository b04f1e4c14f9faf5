package io.distributor.interop.peer;

/**
 * The id under which a whole fleet publishes in the formats of the adapter. Its
 * distributors ignore it: what their own backends emit comes over the link.
 */
public final class FleetUid {

	private FleetUid() {
	}

	/**
	 * Returns the id of a fleet.
	 * @param linkPrefix beginning of the names of the fleet's link channels
	 * @return the id
	 */
	public static String of(String linkPrefix) {
		return "distributor:" + linkPrefix;
	}

}
