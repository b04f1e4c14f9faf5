package io.distributor.engine.limit;

import org.jspecify.annotations.Nullable;

/**
 * The place of one session. May be used from any thread; each method has an effect once.
 */
public final class SessionPlace {

	private final SessionPlaces places;

	private final @Nullable AddressUse address;

	private boolean established;

	private boolean released;

	SessionPlace(SessionPlaces places, @Nullable AddressUse address) {
		this.places = places;
		this.address = address;
	}

	/**
	 * The session is half-open no more.
	 */
	public void establish() {
		synchronized (this.places) {
			if (!this.established && !this.released) {
				this.established = true;
				this.places.established(this.address);
			}
		}
	}

	/**
	 * The session is gone.
	 */
	public void release() {
		synchronized (this.places) {
			if (!this.released) {
				this.released = true;
				this.places.released(this.address, this.established);
			}
		}
	}

}
