package io.distributor.contract.model;

import java.util.List;

/**
 * What clients and backend say to each other.
 *
 * @param namespaces the namespaces, by name
 * @param types types that have a name, by name
 */
public record Contract(List<NamespaceContract> namespaces, List<TypeDefinition> types) {

	public Contract {
		namespaces = List.copyOf(namespaces);
		types = List.copyOf(types);
	}

}
