package io.distributor.contract.model;

import java.util.List;

/**
 * The events of a namespace.
 *
 * @param name name of the namespace, beginning with a slash
 * @param identifier what it is called where slashes are not allowed, beginning with a
 * capital letter
 * @param serverToClient events the backend sends, by name
 * @param clientToServer events clients send, by name
 */
public record NamespaceContract(String name, String identifier, List<EventContract> serverToClient,
		List<EventContract> clientToServer) {

	public NamespaceContract {
		serverToClient = List.copyOf(serverToClient);
		clientToServer = List.copyOf(clientToServer);
	}

}
