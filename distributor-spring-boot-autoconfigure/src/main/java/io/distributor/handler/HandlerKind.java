package io.distributor.handler;

import java.lang.annotation.Annotation;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.distributor.annotation.EventExceptionHandler;
import io.distributor.annotation.OnAdopt;
import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnDisconnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.OnJoin;
import io.distributor.annotation.OnLeave;
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
 * @param socket gives the socket it is about
 * @param values how to get a value of each type from what happened
 * @param <P> what happened
 */
record HandlerKind<P>(Class<? extends Annotation> annotation, Function<P, Socket> socket,
		Map<Class<?>, ParameterSource<P>> values) {

	private static final Set<Class<?>> SPECIAL_TYPES = Set.of(Socket.class, Namespace.class, IndirectIo.class,
			Handshake.class, Event.class, Ack.class, Arguments.class, DisconnectReason.class);

	static HandlerKind<Socket> connect(IndirectIo io) {
		return ofSocket(OnConnect.class, io);
	}

	static HandlerKind<Socket> adopt(IndirectIo io) {
		return ofSocket(OnAdopt.class, io);
	}

	static HandlerKind<Socket> release(IndirectIo io) {
		return ofSocket(OnRelease.class, io);
	}

	static HandlerKind<Event> event(IndirectIo io) {
		Map<Class<?>, ParameterSource<Event>> values = ofSocket(io, Event::socket);
		values.put(Event.class, (event) -> event);
		values.put(Ack.class, Event::ack);
		values.put(Arguments.class, Event::arguments);
		return new HandlerKind<>(OnEvent.class, Event::socket, values);
	}

	static HandlerKind<Disconnection> disconnect(IndirectIo io) {
		Map<Class<?>, ParameterSource<Disconnection>> values = ofSocket(io, Disconnection::socket);
		values.put(DisconnectReason.class, Disconnection::reason);
		return new HandlerKind<>(OnDisconnect.class, Disconnection::socket, values);
	}

	static HandlerKind<RoomChange> join(IndirectIo io) {
		return ofRoom(OnJoin.class, io);
	}

	static HandlerKind<RoomChange> leave(IndirectIo io) {
		return ofRoom(OnLeave.class, io);
	}

	private static HandlerKind<RoomChange> ofRoom(Class<? extends Annotation> annotation, IndirectIo io) {
		Map<Class<?>, ParameterSource<RoomChange>> values = ofSocket(io, RoomChange::socket);
		values.put(String.class, RoomChange::room);
		return new HandlerKind<>(annotation, RoomChange::socket, values);
	}

	static HandlerKind<Failure> failure(IndirectIo io) {
		Map<Class<?>, ParameterSource<Failure>> values = ofSocket(io, Failure::socket);
		values.put(Event.class, Failure::event);
		values.put(Ack.class, (failure) -> (failure.event() != null) ? failure.event().ack() : null);
		values.put(Arguments.class, (failure) -> (failure.event() != null) ? failure.event().arguments() : null);
		return new HandlerKind<>(EventExceptionHandler.class, Failure::socket, values);
	}

	private static HandlerKind<Socket> ofSocket(Class<? extends Annotation> annotation, IndirectIo io) {
		return new HandlerKind<>(annotation, Function.identity(), ofSocket(io, Function.identity()));
	}

	private static <P> Map<Class<?>, ParameterSource<P>> ofSocket(IndirectIo io, Function<P, Socket> socket) {
		Map<Class<?>, ParameterSource<P>> values = new LinkedHashMap<>();
		values.put(Socket.class, socket::apply);
		values.put(Namespace.class, (happened) -> socket.apply(happened).namespace());
		values.put(IndirectIo.class, (happened) -> io);
		values.put(Handshake.class, (happened) -> socket.apply(happened).handshake());
		return values;
	}

	@Nullable ParameterSource<P> value(Class<?> type) {
		return this.values.get(type);
	}

	/**
	 * Returns whether a parameter of that type never means an argument of an event.
	 */
	static boolean isSpecial(Class<?> type) {
		return SPECIAL_TYPES.contains(type) || Principal.class.isAssignableFrom(type);
	}

	String annotationName() {
		return "@" + this.annotation.getSimpleName();
	}

	String typeNames() {
		return this.values.keySet().stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
	}

}
