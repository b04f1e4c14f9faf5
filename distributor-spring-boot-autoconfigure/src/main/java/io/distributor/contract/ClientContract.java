package io.distributor.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Supplier;

import io.distributor.contract.asyncapi.AsyncApiWriter;
import io.distributor.contract.model.Contract;
import io.distributor.contract.typescript.TypeScriptWriter;
import io.distributor.handler.HandledEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients and this backend say to each other, as documents. They are made when they
 * are asked for, from the annotated handlers and the event interfaces there are then. May
 * be used from any thread.
 */
public final class ClientContract {

	/**
	 * Name of the file with TypeScript.
	 */
	public static final String TYPESCRIPT_FILE = "events.d.ts";

	/**
	 * Name of the file with the AsyncAPI document.
	 */
	public static final String ASYNCAPI_FILE = "asyncapi.json";

	private final JsonMapper mapper;

	private final Supplier<? extends Collection<HandledEvent>> handled;

	private final Supplier<? extends Collection<SentEvents>> sent;

	private final String title;

	private final String version;

	/**
	 * Creates it.
	 * @param mapper reads and writes arguments
	 * @param handled gives the events that methods handle
	 * @param sent gives the interfaces that send events
	 * @param title title of the AsyncAPI document
	 * @param version version of the application
	 */
	public ClientContract(JsonMapper mapper, Supplier<? extends Collection<HandledEvent>> handled,
			Supplier<? extends Collection<SentEvents>> sent, String title, String version) {
		this.mapper = mapper;
		this.handled = handled;
		this.sent = sent;
		this.title = title;
		this.version = version;
	}

	/**
	 * Makes the contract.
	 * @return the contract
	 * @throws IllegalStateException if two interfaces describe an event differently
	 */
	public Contract contract() {
		return new ContractReader(this.mapper).read(this.handled.get(), this.sent.get());
	}

	/**
	 * Makes the type definitions for socket.io-client.
	 * @return a module in TypeScript
	 */
	public String typeScript() {
		return new TypeScriptWriter().write(contract());
	}

	/**
	 * Makes the AsyncAPI document.
	 * @return a document of AsyncAPI 3.0 in JSON
	 */
	public String asyncApi() {
		return new AsyncApiWriter(this.title, this.version).write(contract());
	}

	/**
	 * Writes both into a folder.
	 * @param folder the folder, made if it is not there
	 * @throws IOException if that fails
	 */
	public void writeTo(Path folder) throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve(TYPESCRIPT_FILE), typeScript());
		Files.writeString(folder.resolve(ASYNCAPI_FILE), asyncApi());
	}

}
