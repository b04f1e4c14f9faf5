package io.distributor.autoconfigure.contract;

import io.distributor.contract.ClientContract;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Endpoint {@code distributortypes}: type definitions for clients, in TypeScript.
 */
@Endpoint(id = "distributortypes")
class TypeScriptEndpoint {

	private final ClientContract contract;

	TypeScriptEndpoint(ClientContract contract) {
		this.contract = contract;
	}

	@ReadOperation(produces = "text/plain;charset=UTF-8")
	String typeScript() {
		return this.contract.typeScript();
	}

}
