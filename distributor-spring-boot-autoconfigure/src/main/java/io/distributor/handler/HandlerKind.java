package io.distributor.handler;

import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.distributor.annotation.OnAdopt;
import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnDisconnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.OnRelease;
import io.distributor.backend.Ack;
import io.distributor.backend.Arguments;
import io.distributor.backend.DisconnectReason;
import io.distributor.backend.Event;
import io.distributor.backend.Handshake;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A kind of handler method: its annotation and what its parameters can get by their type.
 *
 * @param annotation the annotation
 * @param values how to get a value of each type from what happened
 * @param <P> what happened
 */
record HandlerKind<P>(Class<? extends Annotation> annotation, Map<Class<?>, Function<P, Object>> values) {

	private static final Set<Class<?>> SPECIAL_TYPES = Set.of(Socket.class, Namespace.class, IndirectIo.class,
			Handshake.class, Event.class, Ack.class, Arguments.class, DisconnectReason.class);

	static HandlerKind<Socket> connect(IndirectIo io) {
		return new HandlerKind<>(OnConnect.class, ofSocket(io, Function.identity()));
	}

	static HandlerKind<Socket> adopt(IndirectIo io) {
		return new HandlerKind<>(OnAdopt.class, ofSocket(io, Function.identity()));
	}

	static HandlerKind<Socket> release(IndirectIo io) {
		return new HandlerKind<>(OnRelease.class, ofSocket(io, Function.identity()));
	}

	static HandlerKind<Event> event(IndirectIo io) {
		Map<Class<?>, Function<Event, Object>> values = ofSocket(io, Event::socket);
		values.put(Event.class, (event) -> event);
		values.put(Ack.class, Event::ack);
		values.put(Arguments.class, Event::arguments);
		return new HandlerKind<>(OnEvent.class, values);
	}

	static HandlerKind<Disconnection> disconnect(IndirectIo io) {
		Map<Class<?>, Function<Disconnection, Object>> values = ofSocket(io, Disconnection::socket);
		values.put(DisconnectReason.class, Disconnection::reason);
		return new HandlerKind<>(OnDisconnect.class, values);
	}

	private static <P> Map<Class<?>, Function<P, Object>> ofSocket(IndirectIo io, Function<P, Socket> socket) {
		Map<Class<?>, Function<P, Object>> values = new LinkedHashMap<>();
		values.put(Socket.class, socket::apply);
		values.put(Namespace.class, (happened) -> socket.apply(happened).namespace());
		values.put(IndirectIo.class, (happened) -> io);
		values.put(Handshake.class, (happened) -> socket.apply(happened).handshake());
		return values;
	}

	@Nullable Function<P, Object> value(Class<?> type) {
		return this.values.get(type);
	}

	/**
	 * Returns whether a parameter of that type never means an argument of an event.
	 */
	static boolean isSpecial(Class<?> type) {
		return SPECIAL_TYPES.contains(type);
	}

	String annotationName() {
		return "@" + this.annotation.getSimpleName();
	}

	String typeNames() {
		return this.values.keySet().stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
	}

}
