package io.distributor.tests.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import okhttp3.OkHttpClient;

/**
 * A certificate for this machine, and its key, as files that servers read.
 */
final class Certificate {

	private static final char[] PASSWORD = "secret".toCharArray();

	private final Path certificate;

	private final Path key;

	private final KeyStore store;

	private Certificate(Path certificate, Path key, KeyStore store) {
		this.certificate = certificate;
		this.key = key;
		this.store = store;
	}

	static Certificate create(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
		Path file = directory.resolve("server.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext",
				"san=ip:127.0.0.1", "-validity", "2", "-storetype", "PKCS12", "-keystore", file.toString(),
				"-storepass", new String(PASSWORD))
			.inheritIO()
			.start();
		if (keytool.waitFor() != 0) {
			throw new IllegalStateException("keytool made no certificate");
		}
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, PASSWORD);
		}
		return new Certificate(
				write(directory.resolve("server.crt"), "CERTIFICATE", store.getCertificate("server").getEncoded()),
				write(directory.resolve("server.key"), "PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded()),
				store);
	}

	private static Path write(Path file, String type, byte[] bytes) throws IOException {
		String text = Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(bytes);
		return Files.writeString(file, "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
	}

	Path certificate() {
		return this.certificate;
	}

	Path key() {
		return this.key;
	}

	/**
	 * Lets a client trust this certificate and no other.
	 */
	OkHttpClient trustedBy(OkHttpClient client) throws GeneralSecurityException {
		KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
		try {
			trusted.load(null, null);
		}
		catch (IOException ex) {
			throw new GeneralSecurityException(ex);
		}
		trusted.setCertificateEntry("server", this.store.getCertificate("server"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return client.newBuilder()
			.sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
			.build();
	}

}
