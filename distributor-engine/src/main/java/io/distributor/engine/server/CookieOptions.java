package io.distributor.engine.server;

import io.netty.handler.codec.http.cookie.CookieHeaderNames.SameSite;
import io.netty.handler.codec.http.cookie.DefaultCookie;
import io.netty.handler.codec.http.cookie.ServerCookieEncoder;

/**
 * The cookie that a polling client gets when its session is opened, for proxies that send
 * the requests of a session to one server by it. The server does not read it.
 *
 * @param name name of the cookie; its value is the id of the session
 * @param path path it is sent to
 * @param httpOnly whether scripts of the page cannot read it
 * @param sameSite to requests of which sites it is sent; {@link SameSite#None} only over
 * encrypted connections
 */
public record CookieOptions(String name, String path, boolean httpOnly, SameSite sameSite) {

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if a cookie cannot have this name or path
	 */
	public CookieOptions {
		ServerCookieEncoder.STRICT.encode(cookie(name, path));
	}

	private static DefaultCookie cookie(String name, String path) {
		DefaultCookie cookie = new DefaultCookie(name, "x");
		cookie.setPath(path);
		return cookie;
	}

	String header(String sessionId, boolean secure) {
		DefaultCookie cookie = new DefaultCookie(this.name, sessionId);
		cookie.setPath(this.path);
		cookie.setHttpOnly(this.httpOnly);
		cookie.setSameSite(this.sameSite);
		cookie.setSecure(secure || this.sameSite == SameSite.None);
		return ServerCookieEncoder.STRICT.encode(cookie);
	}

}
