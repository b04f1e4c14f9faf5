package io.distributor.contract.asyncapi;

import java.util.regex.Pattern;

import io.distributor.contract.model.EventAnswer;
import io.distributor.contract.model.EventContract;
import io.distributor.contract.model.NamespaceContract;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a namespace as a channel with its messages and operations.
 */
final class ChannelWriter {

	/** A namespace may be a pattern of names. */
	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}", Pattern.UNICODE_CHARACTER_CLASS);

	private final NamespaceContract namespace;

	private final ObjectNode operations;

	private final String channelKey;

	private final ObjectNode messages;

	ChannelWriter(NamespaceContract namespace, ObjectNode channels, ObjectNode operations) {
		this.namespace = namespace;
		this.operations = operations;
		this.channelKey = namespace.identifier();
		ObjectNode channel = channels.putObject(this.channelKey);
		channel.put("address", namespace.name());
		channel.put("description", "Socket.IO namespace " + namespace.name());
		addParameters(channel);
		this.messages = channel.putObject("messages");
	}

	private void addParameters(ObjectNode channel) {
		VARIABLE.matcher(this.namespace.name())
			.results()
			.forEach((variable) -> channel.withObject("/parameters").putObject(variable.group(1)));
	}

	void write() {
		this.namespace.serverToClient().forEach((event) -> write(event, "send"));
		this.namespace.clientToServer().forEach((event) -> write(event, "receive"));
	}

	private void write(EventContract event, String action) {
		String key = unused(this.messages, action + "-" + event.name().replaceAll("[^A-Za-z0-9_-]+", "-"));
		addMessage(key, event.name(), PayloadSchemas.of(event.arguments()));
		ObjectNode operation = this.operations.putObject(this.channelKey + "-" + key);
		operation.put("action", action);
		operation.set("channel", channel(operation));
		operation.putArray("messages").add(message(operation, key));
		if (!(event.answer() instanceof EventAnswer.None)) {
			String answerKey = unused(this.messages, key + "-answer");
			addMessage(answerKey, event.name(), PayloadSchemas.ofAnswer(event.answer(), action.equals("receive")));
			ObjectNode reply = operation.putObject("reply");
			reply.set("channel", channel(operation));
			reply.putArray("messages").add(message(operation, answerKey));
		}
	}

	private void addMessage(String key, String name, ObjectNode payload) {
		ObjectNode message = this.messages.putObject(key);
		message.put("name", name);
		message.set("payload", payload);
	}

	private ObjectNode channel(ObjectNode nodes) {
		return nodes.objectNode().put("$ref", "#/channels/" + this.channelKey);
	}

	private ObjectNode message(ObjectNode nodes, String key) {
		return nodes.objectNode().put("$ref", "#/channels/" + this.channelKey + "/messages/" + key);
	}

	private static String unused(ObjectNode parent, String key) {
		String unused = key;
		for (int i = 2; parent.has(unused); i++) {
			unused = key + i;
		}
		return unused;
	}

}
