package io.distributor.security;

import java.security.Principal;
import java.util.List;

import io.distributor.backend.Socket;
import io.distributor.handler.HandlerInterceptor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Lets handler methods run as the user of their socket, so that method security works on
 * them and on what they call.
 */
public final class SecurityContextInterceptor implements HandlerInterceptor {

	private static final Authentication ANONYMOUS = new AnonymousAuthenticationToken("distributor", "anonymousUser",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private final SecurityContextHolderStrategy contextHolder;

	/**
	 * Creates the interceptor.
	 * @param contextHolder holds the context of the thread
	 */
	public SecurityContextInterceptor(SecurityContextHolderStrategy contextHolder) {
		this.contextHolder = contextHolder;
	}

	@Override
	public Scope begin(Socket socket) {
		SecurityContext before = this.contextHolder.getContext();
		SecurityContext context = this.contextHolder.createEmptyContext();
		context.setAuthentication(authentication(socket.principal()));
		this.contextHolder.setContext(context);
		return () -> restore(before);
	}

	private void restore(SecurityContext before) {
		if (before.getAuthentication() == null) {
			this.contextHolder.clearContext();
		}
		else {
			this.contextHolder.setContext(before);
		}
	}

	private static Authentication authentication(@Nullable Principal principal) {
		if (principal == null) {
			return ANONYMOUS;
		}
		return (principal instanceof Authentication authentication) ? authentication
				: UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
	}

	@Override
	public @Nullable String refusal(Throwable failure) {
		if (failure instanceof AccessDeniedException) {
			return "Forbidden";
		}
		return (failure instanceof AuthenticationException) ? "Unauthorized" : null;
	}

}
