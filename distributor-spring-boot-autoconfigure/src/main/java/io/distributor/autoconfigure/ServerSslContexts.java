package io.distributor.autoconfigure;

import java.util.Arrays;
import java.util.function.Supplier;

import javax.net.ssl.SSLException;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;

/**
 * TLS by a bundle, read again when the bundle changes: new connections get the new
 * certificate, the others keep theirs. May be used from any thread.
 */
final class ServerSslContexts implements Supplier<SslContext> {

	private volatile SslContext current;

	private ServerSslContexts(SslContext first) {
		this.current = first;
	}

	static @Nullable Supplier<SslContext> of(@Nullable String bundle, SslBundles bundles) {
		if (bundle == null) {
			return null;
		}
		ServerSslContexts contexts = new ServerSslContexts(context(bundles.getBundle(bundle)));
		bundles.addBundleUpdateHandler(bundle, (changed) -> contexts.current = context(changed));
		return contexts;
	}

	@Override
	public SslContext get() {
		return this.current;
	}

	private static SslContext context(SslBundle bundle) {
		SslOptions options = bundle.getOptions();
		try {
			return SslContextBuilder.forServer(bundle.getManagers().getKeyManagerFactory())
				.trustManager(bundle.getManagers().getTrustManagerFactory())
				.ciphers((options.getCiphers() != null) ? Arrays.asList(options.getCiphers()) : null)
				.protocols(options.getEnabledProtocols())
				.build();
		}
		catch (SSLException ex) {
			throw new IllegalStateException(
					"distributor.server.ssl.bundle: cannot be used for a server: " + ex.getMessage(), ex);
		}
	}

}
