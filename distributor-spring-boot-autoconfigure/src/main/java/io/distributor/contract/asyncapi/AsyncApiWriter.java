package io.distributor.contract.asyncapi;

import io.distributor.contract.model.Contract;
import io.distributor.contract.model.ContractNames;
import io.distributor.contract.model.NamespaceContract;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the contract as an AsyncAPI 3.0 document, as the backend sees it: a channel is a
 * namespace, it receives what clients send and sends what they receive; the reply to a
 * message is its acknowledgement.
 */
public final class AsyncApiWriter {

	private static final String VERSION = "3.0.0";

	private final JsonMapper mapper = new JsonMapper();

	private final String title;

	private final String version;

	/**
	 * Creates the writer.
	 * @param title title of the document
	 * @param version version of the application
	 */
	public AsyncApiWriter(String title, String version) {
		this.title = title;
		this.version = version;
	}

	/**
	 * Writes a contract.
	 * @param contract the contract
	 * @return the document in JSON
	 */
	public String write(Contract contract) {
		ObjectNode document = this.mapper.createObjectNode();
		document.put("asyncapi", VERSION);
		document.putObject("info").put("title", this.title).put("version", this.version);
		document.put("defaultContentType", "application/json");
		ObjectNode channels = document.putObject("channels");
		ObjectNode operations = document.putObject("operations");
		for (NamespaceContract namespace : contract.namespaces()) {
			new ChannelWriter(namespace, channels, operations).write();
		}
		ObjectNode schemas = document.putObject("components").putObject("schemas");
		schemas.set(ContractNames.ERROR, JsonSchemas.error());
		contract.types().forEach((type) -> schemas.set(type.name(), JsonSchemas.of(type)));
		return this.mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
	}

}
