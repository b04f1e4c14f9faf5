package io.distributor.autoconfigure.security;

import java.security.Principal;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnDisconnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.DisconnectReason;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Handlers for those who have a token.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableMethodSecurity
@Import({ SecuredApplication.Accounts.class, SecuredApplication.Vault.class })
class SecuredApplication {

	@Bean
	JwtDecoder jwtDecoder() {
		return Tokens.decoder();
	}

	static class Accounts {

		private final BlockingQueue<String> gone = new ArrayBlockingQueue<>(100);

		/**
		 * Called through a proxy, which has no fields of its own.
		 */
		BlockingQueue<String> gone() {
			return this.gone;
		}

		@OnEvent("who")
		String who(Principal principal, Socket socket) {
			return principal.getName() + " " + socket.user();
		}

		@OnEvent("subject")
		String subject(JwtAuthenticationToken token) {
			return token.getToken().getSubject();
		}

		@OnEvent("context")
		String context() {
			return SecurityContextHolder.getContext().getAuthentication().getName();
		}

		@OnEvent("free")
		String free(@Nullable Principal principal) {
			return (principal != null) ? principal.getName() : "nobody";
		}

		@PreAuthorize("hasAuthority('SCOPE_admin')")
		@OnEvent("delete")
		String delete(int number) {
			return "deleted " + number;
		}

		@PreAuthorize("hasAuthority('SCOPE_admin')")
		@OnEvent("deleteLater")
		CompletionStage<String> deleteLater() {
			return CompletableFuture.completedFuture("deleted");
		}

		@OnDisconnect
		void disconnect(DisconnectReason reason) {
			this.gone.add(reason.text() + ": " + reason.description());
		}

	}

	@SocketNamespace("/vault")
	static class Vault {

		@PreAuthorize("hasAuthority('SCOPE_admin')")
		@OnConnect
		void connect() {
		}

	}

}
