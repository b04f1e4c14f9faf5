package io.distributor.autoconfigure.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed of an event.
 */
public enum EventObservation implements ObservationDocumentation {

	/**
	 * A distributor sends an event of a client to its home: the root of a trace. Whatever
	 * trace the client claims to be part of is not believed.
	 */
	FORWARD("distributor.event.forward"),

	/** A backend handles an event. */
	HANDLE("distributor.event.handle"),

	/** A handler emits, or answers. */
	EMIT("distributor.event.emit");

	private final String observationName;

	EventObservation(String observationName) {
		this.observationName = observationName;
	}

	@Override
	public String getName() {
		return this.observationName;
	}

	@Override
	public KeyName[] getLowCardinalityKeyNames() {
		return EventKeyName.values();
	}

	/**
	 * Keys of low cardinality.
	 */
	public enum EventKeyName implements KeyName {

		/** Name of the namespace. */
		NAMESPACE("namespace"),

		/** Name of the event, or the pattern its handler is registered for. */
		EVENT("event"),

		/** What became of the event. */
		OUTCOME("outcome");

		private final String key;

		EventKeyName(String key) {
			this.key = key;
		}

		@Override
		public String asString() {
			return this.key;
		}

	}

}
