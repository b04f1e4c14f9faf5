package io.distributor.autoconfigure.endpoint;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Shows what this process is in its fleet, in numbers, and disconnects clients. It lists
 * no clients and shows nothing of what they say. Read-only unless
 * {@code management.endpoint.distributor.access} says otherwise.
 */
@Endpoint(id = "distributor", defaultAccess = Access.READ_ONLY)
public final class DistributorEndpoint {

	private final List<EndpointRole> roles;

	DistributorEndpoint(List<EndpointRole> roles) {
		this.roles = List.copyOf(roles);
	}

	/**
	 * Describes the roles of this process.
	 * @return the roles
	 */
	@ReadOperation
	public Description describe() {
		return new Description(this.roles.stream().map(EndpointRole::describe).toList());
	}

	/**
	 * Disconnects a socket, or all sockets of a user. A backend does that on all
	 * distributors, for namespaces it owns; a distributor among its own sockets.
	 * @param namespace name of the namespace
	 * @param socket id of the socket, or {@code null}
	 * @param user name of the user, or {@code null}
	 * @param closeConnection whether to close the whole connection, with all namespaces;
	 * {@code null} means no
	 * @return what was done
	 * @throws InvalidEndpointRequestException if not exactly one of socket and user is
	 * given, or nobody here serves the namespace
	 */
	@DeleteOperation
	public Disconnected disconnect(String namespace, @Nullable String socket, @Nullable String user,
			@Nullable Boolean closeConnection) {
		Target target = Target.of(namespace, socket, user);
		return this.roles.stream()
			.map((role) -> role.disconnect(target, Boolean.TRUE.equals(closeConnection)))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(() -> unserved(target));
	}

	private static InvalidEndpointRequestException unserved(Target target) {
		String message = "namespace: " + target.namespace()
				+ " (expected: one that this backend owns; or ask its backend, or a distributor)";
		return new InvalidEndpointRequestException(message, message);
	}

	/**
	 * What this process is.
	 *
	 * @param roles its roles: one, or two when it is standalone
	 */
	public record Description(List<RoleDescription> roles) {

	}

}
