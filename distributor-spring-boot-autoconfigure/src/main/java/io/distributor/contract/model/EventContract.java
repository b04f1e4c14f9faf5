package io.distributor.contract.model;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An event.
 *
 * @param name its name
 * @param arguments its arguments, in their order
 * @param answer what it is acknowledged with
 */
public record EventContract(String name, List<EventArgument> arguments, EventAnswer answer) {

	public EventContract {
		arguments = List.copyOf(arguments);
	}

	/**
	 * Gives the types in it other names.
	 * @param names the new name of each
	 * @return the event
	 */
	public EventContract rename(UnaryOperator<String> names) {
		return new EventContract(this.name, this.arguments.stream().map((argument) -> argument.rename(names)).toList(),
				this.answer.rename(names));
	}

}
