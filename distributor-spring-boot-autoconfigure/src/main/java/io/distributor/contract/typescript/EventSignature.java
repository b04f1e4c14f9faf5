package io.distributor.contract.typescript;

import java.util.ArrayList;
import java.util.List;

import io.distributor.contract.model.ContractNames;
import io.distributor.contract.model.EventAnswer;
import io.distributor.contract.model.EventArgument;
import io.distributor.contract.model.EventContract;
import io.distributor.contract.model.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as the type of the function that listens to it, with the
 * acknowledgement as its last parameter.
 * <p>
 * A client that sends must take an answer that has a value, but need not take one
 * without: {@code emitWithAck} of socket.io-client only knows the type of an answer whose
 * acknowledgement is not optional.
 */
final class EventSignature {

	private EventSignature() {
	}

	static String of(EventContract event, Sender sender) {
		List<EventArgument> arguments = event.arguments();
		String ack = ack(event, sender);
		boolean repeated = !arguments.isEmpty()
				&& arguments.get(arguments.size() - 1).presence() == EventArgument.Presence.REPEATED;
		if (repeated && ack != null) {
			return "(...arguments_: [" + String.join(", ", parameters(arguments, ack)) + "]) => void";
		}
		return "(" + String.join(", ", parameters(arguments, ack)) + ") => void";
	}

	private static List<String> parameters(List<EventArgument> arguments, @Nullable String ack) {
		List<String> parameters = new ArrayList<>();
		for (int i = 0; i < arguments.size(); i++) {
			EventArgument argument = arguments.get(i);
			boolean mayBeMissing = arguments.stream()
				.skip(i)
				.noneMatch((later) -> later.presence() == EventArgument.Presence.REQUIRED)
					&& (ack == null || ack.contains("?:"));
			parameters.add(parameter(argument, mayBeMissing));
		}
		if (ack != null) {
			parameters.add(ack);
		}
		return parameters;
	}

	private static String parameter(EventArgument argument, boolean mayBeMissing) {
		String name = TypeScriptNames.parameter(argument.name());
		return switch (argument.presence()) {
			case REQUIRED -> name + ": " + TypeScriptTypes.of(argument.type());
			case OPTIONAL -> name + (mayBeMissing ? "?: " : ": ") + TypeScriptTypes.of(argument.type().orNull());
			case REPEATED -> "..." + name + ": " + TypeScriptTypes.of(new ValueType.ListOf(argument.type()));
		};
	}

	private static @Nullable String ack(EventContract event, Sender sender) {
		EventAnswer answer = event.answer();
		if (answer instanceof EventAnswer.None) {
			return null;
		}
		boolean taken = event.arguments().stream().anyMatch((argument) -> argument.name().equals("ack"));
		String name = taken ? "acknowledge" : "ack";
		return (sender == Sender.SERVER) ? name + ": " + ofClient(answer) : ofServer(name, answer);
	}

	private static String ofClient(EventAnswer answer) {
		if (answer instanceof EventAnswer.Value value) {
			return "(answer: " + TypeScriptTypes.of(value.type()) + ") => void";
		}
		return (answer instanceof EventAnswer.Receipt) ? "() => void" : "(...answer: any[]) => void";
	}

	private static String ofServer(String name, EventAnswer answer) {
		if (answer instanceof EventAnswer.Value value) {
			return name + ": (answer: " + TypeScriptTypes.of(value.type()) + " | " + ContractNames.ERROR + ") => void";
		}
		return (answer instanceof EventAnswer.Receipt) ? name + "?: (error?: " + ContractNames.ERROR + ") => void"
				: name + "?: (...answer: any[]) => void";
	}

	/**
	 * Who sends an event.
	 */
	enum Sender {

		SERVER, CLIENT

	}

}
