package io.distributor.handler;

import java.security.Principal;

import io.distributor.backend.EventRefusedException;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * A parameter that takes the user of the socket.
 *
 * @param wanted what the parameter wants
 */
record PrincipalParameter(ParameterType wanted) implements ParameterSource<Socket> {

	static @Nullable PrincipalParameter of(MethodParameter parameter) {
		ParameterType wanted = ParameterType.of(parameter);
		return Principal.class.isAssignableFrom(wanted.rawType()) ? new PrincipalParameter(wanted) : null;
	}

	@Override
	public @Nullable Object get(Socket socket) {
		Principal principal = principal(socket);
		if (this.wanted.rawType().isInstance(principal)) {
			return this.wanted.present(principal);
		}
		if (this.wanted.required()) {
			throw new EventRefusedException("Unauthorized");
		}
		return this.wanted.absent();
	}

	@Override
	public String what() {
		return "user";
	}

	private static @Nullable Principal principal(Socket socket) {
		Principal principal = socket.principal();
		String user = socket.user();
		if (principal != null) {
			return principal;
		}
		return (user != null) ? new UserPrincipal(user) : null;
	}

}
