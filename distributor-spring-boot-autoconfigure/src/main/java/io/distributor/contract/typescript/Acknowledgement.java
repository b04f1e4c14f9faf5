package io.distributor.contract.typescript;

import io.distributor.contract.model.ContractNames;
import io.distributor.contract.model.EventAnswer;
import io.distributor.contract.model.EventContract;
import org.jspecify.annotations.Nullable;

/**
 * The parameter of an event that is its acknowledgement.
 * <p>
 * A client that sends must take an answer that has a value, but need not take one
 * without: {@code emitWithAck} of socket.io-client only knows the type of an answer whose
 * acknowledgement is not optional.
 *
 * @param name its name
 * @param type type of the function
 * @param optional whether it may be left out
 */
record Acknowledgement(String name, String type, boolean optional) {

	private static final String ANYTHING = "(...answer: any[]) => void";

	static @Nullable Acknowledgement of(EventContract event, boolean sentByServer) {
		EventAnswer answer = event.answer();
		if (answer instanceof EventAnswer.None) {
			return null;
		}
		boolean taken = event.arguments().stream().anyMatch((argument) -> argument.name().equals("ack"));
		String name = taken ? "acknowledge" : "ack";
		return sentByServer ? new Acknowledgement(name, ofClient(answer), false)
				: new Acknowledgement(name, ofServer(answer), !(answer instanceof EventAnswer.Value));
	}

	private static String ofClient(EventAnswer answer) {
		if (answer instanceof EventAnswer.Value value) {
			return "(answer: " + TypeScriptTypes.of(value.type()) + ") => void";
		}
		return (answer instanceof EventAnswer.Receipt) ? "() => void" : ANYTHING;
	}

	private static String ofServer(EventAnswer answer) {
		if (answer instanceof EventAnswer.Value value) {
			return "(answer: " + TypeScriptTypes.of(value.type()) + " | " + ContractNames.ERROR + ") => void";
		}
		return (answer instanceof EventAnswer.Receipt) ? "(error?: " + ContractNames.ERROR + ") => void" : ANYTHING;
	}

	String parameter() {
		return this.name + (this.optional ? "?: " : ": ") + this.type;
	}

}
