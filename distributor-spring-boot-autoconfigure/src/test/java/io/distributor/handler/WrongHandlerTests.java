package io.distributor.handler;

import java.io.IOException;

import io.distributor.annotation.AuthValue;
import io.distributor.annotation.EventExceptionHandler;
import io.distributor.annotation.HandshakeHeader;
import io.distributor.annotation.HandshakeQuery;
import io.distributor.annotation.NamespaceVariable;
import io.distributor.annotation.OnAdopt;
import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnDisconnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.OnJoin;
import io.distributor.annotation.OnLeave;
import io.distributor.annotation.OnRelease;
import io.distributor.annotation.SocketAdvice;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.Ack;
import io.distributor.backend.DisconnectReason;
import io.distributor.backend.Event;
import io.distributor.backend.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What somebody reads whose handler method cannot be one.
 */
class WrongHandlerTests {

	private static final String NAMED = "annotated with one of @HandshakeHeader, @HandshakeQuery, @AuthValue, "
			+ "@SocketDataValue, @NamespaceVariable";

	static Arguments[] wrong() {
		return new Arguments[] {
				arguments(ConnectWithArgument.class, "parameter 1 is of type java.lang.String, which @OnConnect cannot",
						"Parameters may be of these types: Socket, Namespace, IndirectIo, Handshake, Principal; or "
								+ NAMED + "."),
				arguments(AdoptWithEvent.class, "Event, which @OnAdopt cannot give", "Socket, Namespace, IndirectIo"),
				arguments(ReleaseWithReason.class, "DisconnectReason, which @OnRelease cannot give",
						"Socket, Namespace, IndirectIo"),
				arguments(JoinWithEvent.class, "Event, which @OnJoin cannot give", "Handshake, String, Principal"),
				arguments(LeaveWithResult.class, "it returns boolean (expected: void)",
						"Let a method with @OnLeave return void."),
				arguments(JoinOfTwoStars.class, "its room is 'a*b*' (expected: a name, or a pattern with one *)",
						"or name none to hear of all."),
				arguments(OtherVariable.class,
						"parameter 0 wants the variable 'name', which is not in '/hall-{number}-{wing}'",
						"Name one of these variables: number, wing."),
				arguments(VariableOfAName.class, "parameter 0 wants the variable 'id', which is not in '/chat'",
						"@SocketNamespace(\"/workspace-{id}\")."),
				arguments(VariableOfSome.class,
						"parameter 0 needs the variable 'id', which not all namespaces of its class have",
						"Declare it @Nullable or Optional"),
				arguments(VariableInAdvice.class,
						"parameter 0 needs the variable 'id', which not all namespaces of its class have",
						"with @SocketNamespace."),
				arguments(MalformedNamespace.class, "@SocketNamespace has the namespace: /a,b (expected: a name",
						"Give @SocketNamespace names"),
				arguments(DisconnectWithAck.class, "Ack, which @OnDisconnect cannot give", "DisconnectReason"),
				arguments(EventWithReason.class, "DisconnectReason, which @OnEvent cannot give",
						"every other one takes the next argument of the event"),
				arguments(EventWithException.class, "IOException, which @OnEvent cannot give",
						"@EventExceptionHandler"),
				arguments(ConnectWithResult.class, "it returns boolean (expected: void)",
						"Let a method with @OnConnect return void."),
				arguments(DisconnectWithResult.class, "it returns java.lang.String (expected: void)",
						"Let a method with @OnDisconnect return void."),
				arguments(TwoWays.class, "it has an Ack parameter and returns java.lang.String", "Answer in one way"),
				arguments(Nameless.class, "@OnEvent has no name", "@OnEvent(\"message\")"),
				arguments(NoNames.class, "@OnEvent has no name", "@OnEvent(\"message\")"),
				arguments(Twice.class, "event 'same' of namespace '/chat' is handled by", "Keep one method"),
				arguments(Reserved.class, "event: disconnect", "that nothing else handles"),
				arguments(NoNamespace.class, "@SocketNamespace names no namespace", "@SocketNamespace(\"/chat\")"),
				arguments(TwoAnnotations.class, "parameter 0 is annotated with @HandshakeHeader and with @AuthValue",
						"Give the parameter one of these annotations."),
				arguments(AnnotatedSocket.class,
						"parameter 0 is annotated with @AuthValue and of type " + Socket.class.getName()
								+ ", which is filled by its type",
						"Leave the annotation out"),
				arguments(Unconvertible.class,
						"parameter 0 is of type java.lang.Runnable, which text does not convert to", "add a converter"),
				arguments(WrongDefault.class, "parameter 0 has the default value 'soon', which is no int",
						"a default value that converts"),
				arguments(NoException.class, "@EventExceptionHandler names no exception",
						"@EventExceptionHandler(IOException.class)"),
				arguments(OtherException.class, "it handles java.lang.RuntimeException, but takes java.io.IOException",
						"Give the parameter"),
				arguments(TwoExceptions.class, "it takes 2 exceptions", "Take one exception"),
				arguments(ExceptionWithArgument.class,
						"parameter 1 is of type java.lang.String, which @EventExceptionHandler cannot give",
						"Event, Ack, Arguments, Principal; or " + NAMED + ", or of the type of the exception."),
				arguments(SameException.class, "java.io.IOException is handled by another method of its bean already",
						"Keep one method"),
				arguments(Lonely.class, "its bean has no methods with @OnEvent or @OnConnect, and is no @SocketAdvice",
						"Annotate the class with @SocketAdvice") };
	}

	@ParameterizedTest
	@MethodSource("wrong")
	void saysWhatIsWrongAndWhatIsAllowed(Class<?> bean, String problem, String action) {
		assertThatExceptionOfType(InvalidHandlerMethodException.class).isThrownBy(() -> HandlerContext.of(bean))
			.withMessageContaining(bean.getSimpleName())
			.withMessageContaining(problem)
			.satisfies((ex) -> assertThat(ex.action()).contains(action).endsWith("."));
	}

	static class ConnectWithArgument {

		@OnConnect
		void connect(Socket socket, String token) {
		}

	}

	static class AdoptWithEvent {

		@OnAdopt
		void adopt(Event event) {
		}

	}

	static class ReleaseWithReason {

		@OnRelease
		void release(DisconnectReason reason) {
		}

	}

	static class JoinWithEvent {

		@OnJoin
		void join(String room, Event event) {
		}

	}

	static class LeaveWithResult {

		@OnLeave
		boolean leave() {
			return true;
		}

	}

	static class JoinOfTwoStars {

		@OnJoin("a*b*")
		void join() {
		}

	}

	@SocketNamespace("/hall-{number}-{wing}")
	static class OtherVariable {

		@OnEvent("event")
		void event(@NamespaceVariable String name) {
		}

	}

	static class VariableOfAName {

		@OnConnect
		void connect(@NamespaceVariable String id) {
		}

	}

	@SocketNamespace({ "/lobby", "/workspace-{id}" })
	static class VariableOfSome {

		@OnConnect
		void connect(@NamespaceVariable String id) {
		}

	}

	@SocketAdvice
	static class VariableInAdvice {

		@EventExceptionHandler(IOException.class)
		void failed(@NamespaceVariable String id) {
		}

	}

	@SocketNamespace("/a,b")
	static class MalformedNamespace {

		@OnEvent("event")
		void event() {
		}

	}

	static class DisconnectWithAck {

		@OnDisconnect
		void disconnect(Ack ack) {
		}

	}

	static class EventWithReason {

		@OnEvent("event")
		void event(DisconnectReason reason) {
		}

	}

	static class EventWithException {

		@OnEvent("event")
		void event(IOException ex) {
		}

	}

	static class ConnectWithResult {

		@OnConnect
		boolean connect() {
			return true;
		}

	}

	static class DisconnectWithResult {

		@OnDisconnect
		String disconnect() {
			return "bye";
		}

	}

	static class TwoWays {

		@OnEvent("both")
		String both(Ack ack) {
			return "answer";
		}

	}

	static class Nameless {

		@OnEvent(" ")
		void nameless() {
		}

	}

	static class NoNames {

		@OnEvent({})
		void nameless() {
		}

	}

	static class Twice {

		@OnEvent("same")
		void one() {
		}

		@OnEvent("same")
		void two() {
		}

	}

	static class Reserved {

		@OnEvent("disconnect")
		void disconnect() {
		}

	}

	@SocketNamespace({})
	static class NoNamespace {

		@OnEvent("event")
		void event() {
		}

	}

	static class TwoAnnotations {

		@OnConnect
		void connect(@HandshakeHeader("a") @AuthValue("a") String value) {
		}

	}

	static class AnnotatedSocket {

		@OnEvent("event")
		void event(@AuthValue("socket") Socket socket) {
		}

	}

	static class Unconvertible {

		@OnConnect
		void connect(@HandshakeHeader("task") Runnable task) {
		}

	}

	static class WrongDefault {

		@OnConnect
		void connect(@HandshakeQuery(value = "since", defaultValue = "soon") int since) {
		}

	}

	static class NoException {

		@OnEvent("event")
		void event() {
		}

		@EventExceptionHandler
		void handle(Socket socket) {
		}

	}

	static class OtherException {

		@OnEvent("event")
		void event() {
		}

		@EventExceptionHandler(RuntimeException.class)
		void handle(IOException ex) {
		}

	}

	static class TwoExceptions {

		@OnEvent("event")
		void event() {
		}

		@EventExceptionHandler
		void handle(IOException first, RuntimeException second) {
		}

	}

	static class ExceptionWithArgument {

		@OnEvent("event")
		void event() {
		}

		@EventExceptionHandler
		void handle(IOException ex, String argument) {
		}

	}

	static class SameException {

		@OnEvent("event")
		void event() {
		}

		@EventExceptionHandler
		void one(IOException ex) {
		}

		@EventExceptionHandler(IOException.class)
		void two() {
		}

	}

	static class Lonely {

		@EventExceptionHandler
		void handle(IOException ex) {
		}

	}

}
