package io.distributor.engine.forward;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards requests for sessions of other servers of the fleet, and believes those that
 * others forward. Ids of sessions begin with the tag of their server. May be used from
 * any thread, unless a method says otherwise.
 */
public final class SessionForwarding {

	/** Length of a tag. */
	public static final int TAG_LENGTH = 8;

	private static final Logger logger = LoggerFactory.getLogger(SessionForwarding.class);

	private static final int TAG_BYTES = 6;

	private static final WriteBufferWaterMark LITTLE = new WriteBufferWaterMark(32 * 1024, 64 * 1024);

	private static final long WARNING_INTERVAL_MILLIS = 60_000;

	private final ForwardingOptions options;

	private final SessionOwners owners;

	private final ForwardingSignature signature;

	private final ForwardingCounters counters = new ForwardingCounters();

	private final Set<Channel> tunnels = ConcurrentHashMap.newKeySet();

	private final String tag;

	private volatile long warnedAt;

	/**
	 * Creates the forwarding of one server, with a new tag.
	 * @param options how it works
	 * @param owners knows the other servers
	 */
	public SessionForwarding(ForwardingOptions options, SessionOwners owners) {
		this.options = options;
		this.owners = owners;
		this.signature = new ForwardingSignature(options.secrets(), options.maxAge());
		byte[] bytes = new byte[TAG_BYTES];
		new SecureRandom().nextBytes(bytes);
		this.tag = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * Returns what the ids of this server's sessions begin with. It says nothing but that
	 * two ids are of the same server.
	 * @return the tag, {@link #TAG_LENGTH} characters
	 */
	public String tag() {
		return this.tag;
	}

	/**
	 * Returns how it works.
	 * @return the options
	 */
	public ForwardingOptions options() {
		return this.options;
	}

	/**
	 * Returns what was forwarded.
	 * @return the statistics, live
	 */
	public ForwardingStatistics statistics() {
		return this.counters;
	}

	/**
	 * Finds another server by a session id.
	 * @param ownerTag what the id begins with
	 * @return its address, or {@code null} if it is this one or unknown
	 */
	public @Nullable InetSocketAddress findOther(String ownerTag) {
		return ownerTag.equals(this.tag) ? null : this.owners.find(ownerTag);
	}

	/**
	 * Takes a place among the requests that are under way.
	 * @return whether there was one; then {@link #leave} gives it back
	 */
	public boolean enter() {
		if (this.counters.underWay.incrementAndGet() > this.options.maxConcurrent()) {
			this.counters.underWay.decrementAndGet();
			return false;
		}
		this.counters.forwarded.increment();
		return true;
	}

	/**
	 * Gives a place back.
	 * @param failed whether there was no answer
	 */
	public void leave(boolean failed) {
		this.counters.underWay.decrementAndGet();
		if (failed) {
			this.counters.failed.increment();
		}
	}

	/**
	 * Makes a request as it goes to another server.
	 * @param method its method
	 * @param target its target
	 * @param headers its headers as the client sent them
	 * @param client the client
	 * @param webSocket whether it asks for a websocket
	 * @param body its body, released with the request
	 * @return the request
	 */
	public FullHttpRequest request(HttpMethod method, String target, HttpHeaders headers, ForwardedClient client,
			boolean webSocket, ByteBuf body) {
		HttpHeaders forwarded = ForwardedHeaders.of(headers, webSocket, body.readableBytes());
		forwarded.set(ForwardedHeaders.NAME,
				this.signature.sign(method + " " + target, client, System.currentTimeMillis()));
		return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, target, body, forwarded,
				EmptyHttpHeaders.INSTANCE);
	}

	/**
	 * Sends a request to another server. To be called on the event loop of the client's
	 * connection.
	 * @param client the client's connection
	 * @param type kind of the connection to make
	 * @param owner the other server
	 * @param silence time after which it is given up if nothing comes
	 * @param request the request, released here
	 * @param response hears the answer
	 * @return the connection, to be paused and ended
	 */
	public OwnerConnection send(Channel client, Class<? extends Channel> type, InetSocketAddress owner,
			Duration silence, FullHttpRequest request, OwnerResponse response) {
		OwnerConnection connection = new OwnerConnection(request, response);
		connection.open(client.eventLoop(), type,
				new OwnerConnection.Target(owner, this.options.connectTimeout(), silence));
		return connection;
	}

	/**
	 * Lets little wait for a client to read it: its session has a queue of its own at the
	 * other server.
	 * @param client the client's connection
	 * @return what was allowed to wait before
	 */
	public static WriteBufferWaterMark narrow(Channel client) {
		WriteBufferWaterMark before = client.config().getWriteBufferWaterMark();
		client.config().setWriteBufferWaterMark(LITTLE);
		return before;
	}

	/**
	 * Joins two connections: what comes by one goes out by the other, until one ends,
	 * which gives the place back. To be called on their event loop.
	 * @param client the client's connection
	 * @param owner the connection to the other server
	 */
	public void join(Channel client, Channel owner) {
		this.tunnels.add(owner);
		owner.closeFuture().addListener((closed) -> {
			this.tunnels.remove(owner);
			leave(false);
		});
		owner.config().setWriteBufferWaterMark(LITTLE);
		owner.pipeline().addLast(new TunnelEnd(client));
		client.pipeline().addLast(new TunnelEnd(owner));
	}

	/**
	 * Ends the tunnels to other servers, one after the other in no order, since this
	 * server is about to leave.
	 * @param duration how long that takes; 0 for at once
	 */
	public void drain(Duration duration) {
		for (Channel tunnel : this.tunnels) {
			long delay = (long) (duration.toMillis() * ThreadLocalRandom.current().nextDouble());
			tunnel.eventLoop().schedule(() -> tunnel.close(), delay, TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * Finds out for whom a request is that another server has forwarded.
	 * @param method its method
	 * @param target its target
	 * @param headers its headers
	 * @return the client, or {@code null} if whoever sent it has none of the secrets
	 */
	public @Nullable ForwardedClient verify(HttpMethod method, String target, HttpHeaders headers) {
		String header = headers.get(ForwardedHeaders.NAME);
		long now = System.currentTimeMillis();
		ForwardedClient client = (header != null) ? this.signature.verify(method + " " + target, header, now) : null;
		if (client != null) {
			this.counters.taken.increment();
		}
		else {
			reject(now);
		}
		return client;
	}

	private void reject(long now) {
		this.counters.rejected.increment();
		if (now - this.warnedAt > WARNING_INTERVAL_MILLIS) {
			this.warnedAt = now;
			logger.warn("A request on the port for forwarded requests is not signed with the secret of the link: let "
					+ "only distributors reach that port, and give all the same secret and time");
		}
	}

}
