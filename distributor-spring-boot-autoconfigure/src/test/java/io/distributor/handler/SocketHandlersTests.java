package io.distributor.handler;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.distributor.annotation.OnAdopt;
import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnDisconnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.OnRelease;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.Ack;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.DisconnectReason;
import io.distributor.backend.Event;
import io.distributor.backend.Handshake;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which methods become handlers, and of what.
 */
class SocketHandlersTests {

	@Test
	void callsConnectMethodsInTheirOrder() throws Exception {
		try (HandlerContext context = HandlerContext.of(Late.class, Early.class)) {
			Socket socket = context.io().connect();
			assertThat(context.bean(Late.class).sockets).containsExactly(socket);
			assertThat(context.bean(Late.class).earlyWasFirst).isTrue();
		}
	}

	@Test
	void letsAConnectMethodRefuse() {
		try (HandlerContext context = HandlerContext.of(Refusing.class)) {
			assertThatExceptionOfType(ConnectionRefusedException.class).isThrownBy(() -> context.io().connect())
				.withMessage("not you");
		}
	}

	@Test
	void callsDisconnectMethods() throws Exception {
		try (HandlerContext context = HandlerContext.of(Leaving.class)) {
			DisconnectReason reason = new DisconnectReason("transport close", null);
			context.io().disconnect(reason);
			assertThat(context.bean(Leaving.class).reasons).containsExactly(reason);
		}
	}

	@Test
	void callsAdoptAndReleaseMethods() throws Exception {
		try (HandlerContext context = HandlerContext.of(Moving.class)) {
			context.io().connect();
			assertThat(context.bean(Moving.class).log).isEmpty();
			context.io().adopt();
			context.io().release();
			assertThat(context.bean(Moving.class).log).containsExactly("adopt /chat", "release /chat");
		}
	}

	@Test
	void givesTheEventItself() throws Exception {
		try (HandlerContext context = HandlerContext.of(Marked.class)) {
			assertThat(context.io().handle("marked", "[\"text\"]")).isEqualTo("marked text false");
		}
	}

	@Test
	void letsOnlyMethodsThatSaySoBeConcurrent() {
		try (HandlerContext context = HandlerContext.of(Searching.class)) {
			assertThat(context.io().handler("search").isConcurrent()).isTrue();
			assertThat(context.io().handler("post").isConcurrent()).isFalse();
		}
	}

	@Test
	void registersWithTheNamespaceOfTheClass() throws Exception {
		try (HandlerContext context = HandlerContext.of((beans) -> {
			beans.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test", Map.of("game", "/game")));
			beans.register(Game.class);
		})) {
			assertThat(context.io().events()).isEmpty();
			assertThat(context.io().of("/game").handle("move", "[]")).isEqualTo("/game");
		}
	}

	@Test
	void registersWithEachNamespaceOfTheClass() throws Exception {
		try (HandlerContext context = HandlerContext.of(Games.class)) {
			assertThat(context.io().events()).isEmpty();
			assertThat(context.io().of("/chess").handle("move", "[]")).isEqualTo("/chess");
			assertThat(context.io().of("/go").handle("move", "[]")).isEqualTo("/go");
			context.io().of("/go").connect();
			assertThat(context.bean(Games.class).sockets).isOne();
		}
	}

	@Test
	void findsMetaAnnotations() throws Exception {
		try (HandlerContext context = HandlerContext.of(Composed.class)) {
			assertThat(context.io().of("/chess").handle("move", "[]")).isEqualTo("moved");
			context.io().of("/chess").connect();
			assertThat(context.bean(Composed.class).sockets).isOne();
		}
	}

	@Test
	void takesPatternsOfNames() throws Exception {
		try (HandlerContext context = HandlerContext.of(Patterns.class)) {
			assertThat(context.io().eventPatterns()).containsExactlyInAnyOrder("order.*", "*");
			assertThat(context.io().events()).containsExactly("order.close");
		}
	}

	@Test
	void refusesAPatternThatIsNone() {
		assertThatExceptionOfType(InvalidHandlerMethodException.class)
			.isThrownBy(() -> HandlerContext.of(TwoStars.class))
			.withMessageContaining("pattern: *.*")
			.satisfies((ex) -> assertThat(ex.action()).contains("or a pattern with one *"));
	}

	@Test
	void takesSeveralNamesAndPlaceholders() {
		try (HandlerContext context = HandlerContext.of((beans) -> {
			beans.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test", Map.of("name", "three")));
			beans.register(Named.class);
		})) {
			assertThat(context.io().events()).containsExactlyInAnyOrder("one", "two", "three");
		}
	}

	@Test
	void callsProxiedBeansThroughTheirClassProxy() throws Exception {
		try (HandlerContext context = HandlerContext.of(proxied(GreeterBean.class, true))) {
			assertThat(context.io().handle("greet", "[\"Ann\"]")).isEqualTo("proxied Hello Ann");
		}
	}

	@Test
	void callsProxiedBeansThroughTheirInterface() throws Exception {
		try (HandlerContext context = HandlerContext.of(proxied(GreeterBean.class, false))) {
			assertThat(context.io().handle("greet", "[\"Ann\"]")).isEqualTo("proxied Hello Ann");
		}
	}

	@Test
	void refusesAMethodTheProxyHides() {
		assertThatExceptionOfType(InvalidHandlerMethodException.class)
			.isThrownBy(() -> HandlerContext.of(proxied(Hidden.class, false)))
			.withMessageContaining("cannot be called through the proxy");
	}

	@Test
	void refusesTwoMethodsForOneEvent() {
		assertThatExceptionOfType(InvalidHandlerMethodException.class).isThrownBy(() -> HandlerContext.of(Twice.class))
			.withMessageContaining("event 'same' of namespace '/chat' is handled by")
			.withMessageContaining("Twice.one()")
			.withMessageContaining("Twice.two()");
	}

	@Test
	void refusesReservedEvents() {
		assertThatExceptionOfType(InvalidHandlerMethodException.class)
			.isThrownBy(() -> HandlerContext.of(Reserved.class))
			.withMessageContaining("event: disconnect");
	}

	@Test
	void refusesEventsWithoutAName() {
		assertThatExceptionOfType(InvalidHandlerMethodException.class)
			.isThrownBy(() -> HandlerContext.of(Nameless.class))
			.withMessageContaining("@OnEvent has no name");
	}

	@Test
	void saysWhichParametersAreAllowed() {
		assertThatExceptionOfType(InvalidHandlerMethodException.class)
			.isThrownBy(() -> HandlerContext.of(ConnectWithArgument.class))
			.withMessageContaining("parameter 1 is of type java.lang.String, which @OnConnect cannot give")
			.satisfies((ex) -> assertThat(ex.action())
				.isEqualTo("Parameters may be of these types: Socket, Namespace, IndirectIo, Handshake, Principal; or "
						+ "annotated with one of @HandshakeHeader, @HandshakeQuery, @AuthValue, @SocketDataValue, "
						+ "@NamespaceVariable."));
		assertThatExceptionOfType(InvalidHandlerMethodException.class)
			.isThrownBy(() -> HandlerContext.of(EventWithReason.class))
			.withMessageContaining("DisconnectReason, which @OnEvent cannot give");
		assertThatExceptionOfType(InvalidHandlerMethodException.class)
			.isThrownBy(() -> HandlerContext.of(DisconnectWithAck.class))
			.withMessageContaining("Ack, which @OnDisconnect cannot give");
	}

	@Test
	void refusesAResultWhereNobodyWaitsForOne() {
		assertThatExceptionOfType(InvalidHandlerMethodException.class)
			.isThrownBy(() -> HandlerContext.of(ConnectWithResult.class))
			.withMessageContaining("it returns boolean (expected: void)");
	}

	private static Consumer<AnnotationConfigApplicationContext> proxied(Class<?> bean, boolean byClass) {
		return (beans) -> {
			BeanNameAutoProxyCreator proxies = new BeanNameAutoProxyCreator();
			proxies.setBeanNames("proxied");
			proxies.setProxyTargetClass(byClass);
			proxies.setInterceptorNames("interceptor");
			beans.getBeanFactory().registerSingleton("proxies", proxies);
			beans.getBeanFactory().addBeanPostProcessor(proxies);
			proxies.setBeanFactory(beans.getBeanFactory());
			beans.registerBean("interceptor", MethodInterceptor.class, () -> (call) -> "proxied " + call.proceed());
			beans.registerBean("proxied", bean);
		};
	}

	interface Greeter {

		@OnEvent("greet")
		String greet(String name);

	}

	static class GreeterBean implements Greeter {

		@Override
		public String greet(String name) {
			return "Hello " + name;
		}

	}

	static class Hidden implements Runnable {

		@Override
		public void run() {
		}

		@OnEvent("hidden")
		public void hidden() {
		}

	}

	@Order(2)
	static class Late {

		final List<Socket> sockets = new ArrayList<>();

		final Early early;

		boolean earlyWasFirst;

		Late(Early early) {
			this.early = early;
		}

		@OnConnect
		void connect(Socket socket, Namespace namespace, IndirectIo io, Handshake handshake) {
			this.sockets.add(socket);
			this.earlyWasFirst = this.early.called;
		}

	}

	@Order(1)
	static class Early {

		boolean called;

		@OnConnect
		void connect() {
			this.called = true;
		}

	}

	static class Refusing {

		@OnConnect
		void connect() {
			throw new ConnectionRefusedException("not you");
		}

	}

	static class Moving {

		final List<String> log = new ArrayList<>();

		@OnAdopt
		void adopt(Socket socket, Namespace namespace, IndirectIo io, Handshake handshake) {
			this.log.add("adopt " + socket.namespace().name());
		}

		@OnRelease
		void release(Socket socket) {
			this.log.add("release " + socket.namespace().name());
		}

	}

	static class Searching {

		@OnEvent(value = "search", concurrent = true)
		void search() {
		}

		@OnEvent("post")
		void post() {
		}

	}

	static class Marked {

		@OnEvent("marked")
		String marked(Event event, String text) {
			return event.name() + " " + text + " " + event.isRedelivered();
		}

	}

	static class Leaving {

		final List<DisconnectReason> reasons = new ArrayList<>();

		@OnDisconnect
		void disconnect(Socket socket, DisconnectReason reason) {
			this.reasons.add(reason);
		}

	}

	@SocketNamespace("${game}")
	static class Game {

		@OnEvent("move")
		String move(Socket socket) {
			return socket.namespace().name();
		}

	}

	@SocketNamespace({ "/chess", "/go" })
	static class Games {

		int sockets;

		@OnConnect
		void connect() {
			this.sockets++;
		}

		@OnEvent("move")
		String move(Namespace namespace) {
			return namespace.name();
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@SocketNamespace("/chess")
	@interface Chess {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@OnEvent("move")
	@interface OnMove {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@OnConnect
	@interface OnPlayer {

	}

	@Chess
	static class Composed {

		int sockets;

		@OnPlayer
		void connect() {
			this.sockets++;
		}

		@OnMove
		String move() {
			return "moved";
		}

	}

	static class Patterns {

		@OnEvent({ "order.*", "order.close" })
		void order(Event event) {
		}

		@OnEvent("*")
		void other(Event event) {
		}

	}

	static class TwoStars {

		@OnEvent("*.*")
		void other(Event event) {
		}

	}

	static class Named {

		@OnEvent({ "one", "two" })
		void oneOrTwo(Event event) {
		}

		@OnEvent("${name}")
		void three() {
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

	static class Nameless {

		@OnEvent(" ")
		void nameless() {
		}

	}

	static class ConnectWithArgument {

		@OnConnect
		void connect(Socket socket, String token) {
		}

	}

	static class EventWithReason {

		@OnEvent("event")
		void event(DisconnectReason reason) {
		}

	}

	static class DisconnectWithAck {

		@OnDisconnect
		void disconnect(Ack ack) {
		}

	}

	static class ConnectWithResult {

		@OnConnect
		boolean connect() {
			return true;
		}

	}

}
