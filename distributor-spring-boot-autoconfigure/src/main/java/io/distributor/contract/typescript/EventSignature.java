package io.distributor.contract.typescript;

import java.util.ArrayList;
import java.util.List;

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
		Acknowledgement ack = Acknowledgement.of(event, sender == Sender.SERVER);
		String parameters = String.join(", ", parameters(arguments, ack));
		boolean repeated = !arguments.isEmpty()
				&& arguments.get(arguments.size() - 1).presence() == EventArgument.Presence.REPEATED;
		// Only in a tuple may something follow what is repeated.
		return (repeated && ack != null) ? "(...arguments_: [" + parameters + "]) => void"
				: "(" + parameters + ") => void";
	}

	private static List<String> parameters(List<EventArgument> arguments, @Nullable Acknowledgement ack) {
		List<String> parameters = new ArrayList<>();
		boolean optional = ack == null || ack.optional();
		if (ack != null) {
			parameters.add(ack.parameter());
		}
		for (int i = arguments.size() - 1; i >= 0; i--) {
			EventArgument argument = arguments.get(i);
			optional = optional && argument.presence() != EventArgument.Presence.REQUIRED;
			parameters.add(0, parameter(argument, optional));
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

	/**
	 * Who sends an event.
	 */
	enum Sender {

		SERVER, CLIENT

	}

}
