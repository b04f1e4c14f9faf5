package io.distributor.engine.server;

import io.distributor.engine.compression.CompressionOptions;
import io.distributor.engine.limit.HeldBytes;
import io.distributor.engine.limit.LimitCounters;
import io.distributor.engine.limit.LoopBacklog;
import io.distributor.engine.limit.SilentConnections;
import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.session.TransportType;
import io.distributor.engine.transport.EngineCounters;
import io.distributor.engine.transport.PollingTransport;
import io.distributor.engine.transport.Sessions;
import io.distributor.engine.transport.TransportSession;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides by its headers what becomes of a request. May be used from any thread.
 */
final class RequestRouter {

	private static final Logger logger = LoggerFactory.getLogger(RequestRouter.class);

	private final EngineOptions options;

	private final Sessions sessions;

	private final EngineCounters counters;

	private final CorsPolicy cors;

	private final ClientSource clients;

	private final UnknownSessions unknownSessions;

	private final ResponseHeaders responseHeaders;

	private final SilentConnections silent;

	private final Handshakes handshakes = new Handshakes();

	RequestRouter(EngineOptions options, Sessions sessions, EngineCounters counters, ClientSource clients,
			UnknownSessions unknownSessions) {
		this.options = options;
		this.sessions = sessions;
		this.counters = counters;
		this.cors = new CorsPolicy(options.cors());
		this.clients = clients;
		this.unknownSessions = unknownSessions;
		this.silent = new SilentConnections(options.session().limits(), counters.limits());
		this.responseHeaders = new ResponseHeaders(options.http());
	}

	ClientSource clients() {
		return this.clients;
	}

	ResponseHeaders responseHeaders() {
		return this.responseHeaders;
	}

	SilentConnections silent() {
		return this.silent;
	}

	Handshakes handshakes() {
		return this.handshakes;
	}

	HeldBytes held() {
		return this.sessions.held();
	}

	LoopBacklog backlog(EventExecutor eventLoop) {
		return this.sessions.loop(eventLoop).backlog();
	}

	LimitCounters limits() {
		return this.counters.limits();
	}

	int maxBody() {
		return this.options.session().maxPayload();
	}

	boolean isDraining() {
		return this.sessions.isDraining();
	}

	void addHeaders(RequestExchange exchange, HttpHeaders response) {
		this.responseHeaders.addCookie(exchange, response);
		this.responseHeaders.addFile(exchange, response);
		this.cors.addHeaders(exchange.headers(), response);
		if (exchange.method().equals(HttpMethod.OPTIONS)) {
			this.cors.addPreflightHeaders(exchange.headers(), response);
		}
	}

	/**
	 * Routes a request.
	 * @param exchange the request
	 * @return what handles it when it is complete, or {@code null} if it was answered
	 */
	@Nullable RequestHandler route(RequestExchange exchange) {
		if (!exchange.identify()) {
			exchange.connection().channel().close();
			return null;
		}
		if (exchange.path().equals(this.options.http().livenessPath())) {
			exchange.respond(isDraining() ? 503 : 200, "text/plain", Unpooled.EMPTY_BUFFER);
			return null;
		}
		if (!isEnginePath(exchange.path())) {
			routeFile(exchange);
			return null;
		}
		if (!this.cors.allows(exchange.headers(), exchange.client().host())) {
			return refuse(exchange, RequestError.FORBIDDEN);
		}
		if (Jsonp.isRequestedBy(exchange) && !this.cors.allowsScript(exchange.headers(), exchange.client().host())) {
			return refuse(exchange, RequestError.FORBIDDEN);
		}
		if (exchange.method().equals(HttpMethod.OPTIONS)) {
			exchange.respond(204, "text/plain", Unpooled.EMPTY_BUFFER);
			return null;
		}
		TransportType transport = transport(exchange.query("transport"));
		if (transport == null || !this.sessions.allows(transport)) {
			return refuse(exchange, RequestError.UNKNOWN_TRANSPORT);
		}
		String sid = exchange.query("sid");
		if (sid == null || sid.isEmpty()) {
			return routeHandshake(exchange, transport);
		}
		TransportSession session = this.sessions.find(sid);
		return (session != null) ? routeToSession(exchange, transport, session) : routeToOther(exchange, sid);
	}

	private @Nullable RequestHandler routeToOther(RequestExchange exchange, String sid) {
		String tag = Sessions.tag(sid);
		RequestHandler other = (tag != null) ? this.unknownSessions.find(exchange, tag) : null;
		return (other != null) ? other : refuse(exchange, RequestError.UNKNOWN_SESSION);
	}

	private void routeFile(RequestExchange exchange) {
		ServedFile file = isRead(exchange.method()) ? file(exchange.path()) : null;
		if (file != null) {
			exchange.give(file);
		}
		else {
			exchange.respond(404, "text/plain", Unpooled.EMPTY_BUFFER);
		}
	}

	private @Nullable ServedFile file(String path) {
		String folder = this.options.path();
		return path.startsWith(folder) ? this.options.files().find(path.substring(folder.length())) : null;
	}

	private static boolean isRead(HttpMethod method) {
		return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
	}

	private @Nullable RequestHandler routeHandshake(RequestExchange exchange, TransportType transport) {
		if (!exchange.method().equals(HttpMethod.GET)) {
			return refuse(exchange, RequestError.BAD_HANDSHAKE_METHOD);
		}
		boolean upgrade = WebSocketHandshake.isRequestedBy(exchange.headers());
		if (upgrade != (transport == TransportType.WEBSOCKET)) {
			return refuse(exchange, RequestError.BAD_REQUEST);
		}
		if (!this.options.session().allowsRevision(exchange.revision())) {
			return refuse(exchange, RequestError.UNSUPPORTED_PROTOCOL_VERSION);
		}
		if (Jsonp.isMalformed(exchange)) {
			return refuse(exchange, RequestError.BAD_REQUEST);
		}
		RequestHandler opening = new SessionOpening(exchange, transport, this.sessions, this);
		return upgrade ? routeUpgrade(exchange, opening) : opening;
	}

	private @Nullable RequestHandler routeToSession(RequestExchange exchange, TransportType transport,
			TransportSession session) {
		if (session.handshake().protocol() != exchange.revision() || Jsonp.isMalformed(exchange)) {
			return refuse(exchange, RequestError.BAD_REQUEST);
		}
		boolean upgrade = WebSocketHandshake.isRequestedBy(exchange.headers());
		if (transport == TransportType.WEBSOCKET) {
			boolean possible = upgrade && this.options.session().allowUpgrades()
					&& exchange.method().equals(HttpMethod.GET);
			return possible ? routeUpgrade(exchange, new WebSocketUpgrade(exchange, this.sessions, session))
					: refuse(exchange, RequestError.BAD_REQUEST);
		}
		PollingTransport polling = session.polling();
		if (polling != null && exchange.method().equals(HttpMethod.GET)) {
			return new PollRequest(exchange, polling);
		}
		if (polling != null && exchange.method().equals(HttpMethod.POST)) {
			return routePost(exchange, polling);
		}
		return refuse(exchange, RequestError.BAD_REQUEST);
	}

	private @Nullable RequestHandler routePost(RequestExchange exchange, PollingTransport polling) {
		if (!polling.beginPost()) {
			return refuse(exchange, RequestError.BAD_REQUEST);
		}
		String contentType = exchange.headers().get(HttpHeaderNames.CONTENT_TYPE);
		boolean binary = contentType != null && contentType.startsWith("application/octet-stream");
		PostRequest post = new PostRequest(exchange, polling, binary);
		if (binary && exchange.revision() != 3) {
			post.onInvalidContent("content type of a POST request: application/octet-stream (expected: text)");
			return refuse(exchange, RequestError.BAD_REQUEST);
		}
		if (exchange.headers().contains(HttpHeaderNames.CONTENT_ENCODING)) {
			post.onInvalidContent(
					"content encoding of a POST request: given (expected: none, nothing is decompressed)");
			return refuse(exchange, RequestError.BAD_REQUEST);
		}
		return post;
	}

	/**
	 * Compresses a response if that is wanted. To be called on the event loop of its
	 * connection.
	 * @return the response to be written
	 */
	FullHttpResponse compress(RequestExchange exchange, FullHttpResponse response) {
		CompressionOptions compression = this.options.session().compression();
		if (!compression.http()) {
			return response;
		}
		EventExecutor eventLoop = exchange.connection().channel().eventLoop();
		return ResponseCompression.apply(exchange, response, compression.threshold(),
				this.sessions.loop(eventLoop).compressors().deflater());
	}

	/**
	 * Returns the extension for compression that a WebSocket handshake asks for and gets,
	 * or {@code null}.
	 */
	@Nullable String agreeOnCompression(HttpHeaders request) {
		return this.options.session().compression().webSocket()
				? PerMessageDeflate.accept(request.getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS)) : null;
	}

	private @Nullable RequestHandler routeUpgrade(RequestExchange exchange, RequestHandler handler) {
		if (WebSocketHandshake.isValid(exchange.headers())) {
			return handler;
		}
		return refuse(exchange, RequestError.BAD_REQUEST);
	}

	@Nullable RequestHandler refuse(RequestExchange exchange, RequestError error) {
		logger.debug("Refused {} {}: {}", exchange.method(), exchange.path(), error);
		this.counters.requestRefused(error);
		exchange.refuse(error);
		return null;
	}

	private boolean isEnginePath(String path) {
		String expected = this.options.path();
		return path.equals(expected)
				|| (path.length() == expected.length() - 1 && expected.regionMatches(0, path, 0, path.length()));
	}

	private static @Nullable TransportType transport(@Nullable String name) {
		for (TransportType type : TransportType.values()) {
			if (type.protocolName().equals(name)) {
				return type;
			}
		}
		return null;
	}

}
