package io.distributor.backend.namespace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.distributor.backend.SocketData;
import io.distributor.backend.json.PayloadReader;
import io.distributor.backend.json.PayloadWriter;
import org.jspecify.annotations.Nullable;

/**
 * The data of one socket; each change is told to its distributor. What travelled here is
 * read when it is asked for. May be used from any thread.
 */
final class HomeData implements SocketData {

	private final HomeReports reports;

	private final PayloadReader reader;

	private final PayloadWriter writer;

	private final int limit;

	private byte @Nullable [] travelled;

	/** JSON of each value. Never changed: a change puts another map in its place. */
	private @Nullable Map<String, byte[]> values;

	/**
	 * Creates the data.
	 * @param travelled JSON of what earlier homes set, or {@code null}
	 * @param reports tells the distributor
	 * @param limit size of the JSON in bytes
	 */
	HomeData(byte @Nullable [] travelled, HomeReports reports, PayloadReader reader, PayloadWriter writer, int limit) {
		this.travelled = travelled;
		this.reports = reports;
		this.reader = reader;
		this.writer = writer;
		this.limit = limit;
	}

	@Override
	public void put(String name, Object value) {
		Objects.requireNonNull(name, "name");
		byte[] json = this.writer.value(Objects.requireNonNull(value, "value"));
		synchronized (this) {
			Map<String, byte[]> changed = new LinkedHashMap<>(values());
			changed.put(name, json);
			change(name, changed);
		}
	}

	@Override
	public synchronized void remove(String name) {
		Map<String, byte[]> changed = new LinkedHashMap<>(values());
		if (changed.remove(name) != null) {
			change(name, changed);
		}
	}

	private void change(String name, Map<String, byte[]> changed) {
		byte[] json = this.writer.object(changed);
		if (json.length > this.limit) {
			throw new IllegalArgumentException("data of the socket with '" + name + "': " + json.length
					+ " bytes of JSON (expected: <= " + this.limit
					+ "; keep large values elsewhere under a short key, or raise the data size of the backend)");
		}
		this.values = changed;
		this.reports.data(json);
	}

	@Override
	public <T> @Nullable T get(String name, Class<T> type) {
		byte[] json;
		synchronized (this) {
			json = values().get(name);
		}
		return (json != null) ? this.reader.value(json, type, "data '" + name + "'") : null;
	}

	@Override
	public synchronized Set<String> names() {
		return Set.copyOf(values().keySet());
	}

	private Map<String, byte[]> values() {
		Map<String, byte[]> values = this.values;
		if (values == null) {
			byte[] travelled = this.travelled;
			values = (travelled != null) ? this.reader.object(travelled, "data of the socket") : Map.of();
			this.values = values;
			this.travelled = null;
		}
		return values;
	}

}
