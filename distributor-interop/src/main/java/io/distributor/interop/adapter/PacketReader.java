package io.distributor.interop.adapter;

import java.io.IOException;

import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;
import org.jspecify.annotations.Nullable;
import org.msgpack.value.ValueType;

/**
 * Reads a packet and its options as every message has them that carries an event:
 * {@code {type, data, nsp}} and {@code {rooms, except, flags}}. Other fields are skipped.
 */
final class PacketReader {

	private static final int EVENT = 2;

	private static final int BINARY_EVENT = 5;

	private final MessagePackInput input;

	private final AdapterLimits limits;

	private int type = -1;

	private String namespace = "/";

	private @Nullable Payload payload;

	private Selection selection = Selection.ALL;

	private boolean droppable;

	PacketReader(MessagePackInput input, AdapterLimits limits) {
		this.input = input;
		this.limits = limits;
	}

	void packet() throws IOException {
		int size = this.input.map();
		for (int i = 0; i < size; i++) {
			switch (this.input.name()) {
				case "type" -> this.type = this.input.integer();
				case "data" -> this.payload = new DataReader(this.input, this.limits).event();
				case "nsp" -> namespace(this.input.nullableString());
				default -> this.input.skip();
			}
		}
	}

	private void namespace(@Nullable String name) {
		this.namespace = (name != null) ? name : "/";
	}

	void options() throws IOException {
		if (isNothing()) {
			return;
		}
		int size = this.input.map();
		Selection read = Selection.ALL;
		for (int i = 0; i < size; i++) {
			switch (this.input.name()) {
				case "rooms" -> read = new Selection(this.input.rooms(this.limits), read.except());
				case "except" -> read = new Selection(read.rooms(), this.input.rooms(this.limits));
				case "flags" -> flags();
				default -> this.input.skip();
			}
		}
		this.selection = read;
	}

	private void flags() throws IOException {
		if (isNothing()) {
			return;
		}
		int size = this.input.map();
		for (int i = 0; i < size; i++) {
			boolean isVolatile = this.input.name().equals("volatile");
			if (isVolatile && this.input.nextType() == ValueType.BOOLEAN) {
				this.droppable = this.input.bool();
			}
			else {
				this.input.skip();
			}
		}
	}

	/** Some languages write an empty array for an empty map. */
	private boolean isNothing() throws IOException {
		if (this.input.nextType() == ValueType.ARRAY) {
			int size = this.input.array();
			if (size > 0) {
				throw new MalformedMessageException("options: an array of " + size + " (expected: a map)");
			}
			return true;
		}
		return this.input.nil();
	}

	AdapterBroadcast broadcast(String uid) {
		return new AdapterBroadcast(uid, this.namespace, this.selection, this.droppable, payload());
	}

	Payload payload() {
		if (this.type != EVENT && this.type != BINARY_EVENT) {
			throw new MalformedMessageException("packet: type " + this.type + " (expected: 2 or 5, an event)");
		}
		if (this.payload == null) {
			throw new MalformedMessageException("packet: no data (expected: an array)");
		}
		return this.payload;
	}

	Selection selection() {
		return this.selection;
	}

}
