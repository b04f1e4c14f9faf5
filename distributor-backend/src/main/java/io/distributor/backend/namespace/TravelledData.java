package io.distributor.backend.namespace;

import java.util.Map;
import java.util.Set;

import io.distributor.backend.SocketValues;
import io.distributor.backend.json.PayloadReader;
import org.jspecify.annotations.Nullable;

/**
 * Data of a socket as its distributor has it, read when it is asked for. May be used from
 * any thread.
 */
final class TravelledData implements SocketValues {

	private final byte @Nullable [] json;

	private final PayloadReader reader;

	TravelledData(byte @Nullable [] json, PayloadReader reader) {
		this.json = json;
		this.reader = reader;
	}

	@Override
	public <T> @Nullable T get(String name, Class<T> type) {
		byte[] value = values().get(name);
		return (value != null) ? this.reader.value(value, type, "data '" + name + "'") : null;
	}

	@Override
	public Set<String> names() {
		return Set.copyOf(values().keySet());
	}

	private Map<String, byte[]> values() {
		return (this.json != null) ? this.reader.object(this.json, "data of the socket") : Map.of();
	}

}
