package io.distributor.autoconfigure.contract;

import io.distributor.contract.ClientContract;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Endpoint {@code distributorasyncapi}: the contract with clients as an AsyncAPI
 * document.
 */
@Endpoint(id = "distributorasyncapi")
class AsyncApiEndpoint {

	private final ClientContract contract;

	AsyncApiEndpoint(ClientContract contract) {
		this.contract = contract;
	}

	@ReadOperation(produces = "application/json")
	String asyncApi() {
		return this.contract.asyncApi();
	}

}
