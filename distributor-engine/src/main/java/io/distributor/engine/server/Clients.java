package io.distributor.engine.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whom a request is from: the peer of its connection, or, if that is a trusted
 * proxy, whom it speaks for. Of several proxies in a row each adds the one it heard; from
 * the last one back, the first that is not trusted is the client. May be used from any
 * thread.
 */
final class Clients implements ClientSource {

	private final List<AddressRange> trusted;

	private final ForwardedHeader header;

	private final boolean tls;

	Clients(ProxyOptions options, boolean tls) {
		this.trusted = options.trusted().stream().map(AddressRange::parse).toList();
		this.header = options.header();
		this.tls = tls;
	}

	@Override
	public Client of(RequestExchange exchange) {
		return of(exchange.connection().channel().remoteAddress(), exchange.headers());
	}

	Client of(SocketAddress peer, HttpHeaders headers) {
		String address = address(peer);
		String host = headers.get(HttpHeaderNames.HOST);
		if (this.trusted.isEmpty() || !isTrusted(address)) {
			return new Client(address, this.tls, host, null);
		}
		Forwarding forwarding = switch (this.header) {
			case X_FORWARDED -> Forwarding.ofSeparateHeaders(headers);
			case FORWARDED -> Forwarding.ofStandardHeader(headers);
		};
		String protocol = forwarding.protocol();
		String forwardedHost = forwarding.host();
		return new Client(client(address, forwarding.addresses()),
				(protocol != null) ? protocol.equalsIgnoreCase("https") || protocol.equalsIgnoreCase("wss") : this.tls,
				(forwardedHost != null) ? forwardedHost : host, this.header);
	}

	@Override
	public String ownAddress(@Nullable SocketAddress peer) {
		String address = address(peer);
		return isTrusted(address) ? "" : address;
	}

	private String client(String peer, List<String> hops) {
		String client = peer;
		for (int i = hops.size() - 1; i >= 0; i--) {
			String hop = AddressText.numbers(hops.get(i));
			if (hop == null) {
				return client;
			}
			client = hop;
			if (!isTrusted(hop)) {
				return client;
			}
		}
		return client;
	}

	private boolean isTrusted(String address) {
		byte[] bytes = AddressRange.bytes(address);
		if (bytes == null) {
			return false;
		}
		for (AddressRange range : this.trusted) {
			if (range.contains(bytes)) {
				return true;
			}
		}
		return false;
	}

	private static String address(@Nullable SocketAddress address) {
		return (address instanceof InetSocketAddress inet && inet.getAddress() != null)
				? inet.getAddress().getHostAddress() : String.valueOf(address);
	}

}
