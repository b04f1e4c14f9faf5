package io.distributor.nettysocketio.handler;

import java.util.Map;
import java.util.Objects;

import com.corundumstudio.socketio.store.Store;
import io.distributor.backend.SocketData;
import org.jspecify.annotations.Nullable;

/**
 * The store of a client: values in the data of its socket, which travel with it. What is
 * no type of JSON goes as text beside the name of its type. May be used from any thread.
 */
final class ClientStore implements Store {

	private static final String TYPE = "@type";

	private static final String JSON = "@json";

	private final SocketData data;

	private final HandlerJson json;

	private final StoredTypes types;

	ClientStore(SocketData data, HandlerJson json, StoredTypes types) {
		this.data = data;
		this.json = json;
		this.types = types;
	}

	@Override
	public void set(String key, Object value) {
		Objects.requireNonNull(value, "value");
		if (StoredTypes.isNatural(value)) {
			this.data.put(key, Objects.requireNonNull(this.json.plain(value)));
			return;
		}
		String type = this.types.require(value.getClass().getName()).getName();
		this.data.put(key, Map.of(TYPE, type, JSON, this.json.write(value)));
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> @Nullable T get(String key) {
		Object value = this.data.get(key, Object.class);
		if (value instanceof Map<?, ?> map && map.size() == 2 && map.get(TYPE) instanceof String type
				&& map.get(JSON) instanceof String text) {
			return (T) this.json.read(text, this.types.require(type));
		}
		return (T) value;
	}

	@Override
	public boolean has(String key) {
		return this.data.names().contains(key);
	}

	@Override
	public void del(String key) {
		this.data.remove(key);
	}

}
