package io.distributor.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import io.distributor.contract.model.Contract;
import io.distributor.contract.model.ContractNames;
import io.distributor.contract.model.EventContract;
import io.distributor.contract.model.NamespaceContract;
import io.distributor.contract.type.TypeReader;
import io.distributor.handler.HandledEvent;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the contract from what is registered. One contract, one reader.
 */
final class ContractReader {

	private final TypeReader types;

	private final Map<String, Events> namespaces = new TreeMap<>();

	ContractReader(JsonMapper mapper) {
		this.types = new TypeReader(mapper);
	}

	Contract read(Collection<HandledEvent> handled, Collection<SentEvents> sent) {
		HandledEventReader handlers = new HandledEventReader(this.types);
		// A pattern stands for names that nobody knows.
		handled.stream()
			.filter((event) -> !event.isPattern())
			.forEach((event) -> add(events(event.namespace()).fromClients, handlers.read(event), event.namespace()));
		SentEventReader emitters = new SentEventReader(this.types);
		sent.forEach((events) -> emitters.read(events.type())
			.forEach((event) -> add(events(events.namespace()).fromServer, event, events.namespace())));
		return build();
	}

	private Events events(String namespace) {
		return this.namespaces.computeIfAbsent(namespace, (name) -> new Events());
	}

	private static void add(Map<String, EventContract> events, EventContract event, String namespace) {
		EventContract other = events.putIfAbsent(event.name(), event);
		if (other != null && !other.equals(event)) {
			throw new IllegalStateException(
					"Event '" + event.name() + "' of namespace '" + namespace + "' is described twice and differently: "
							+ other + " and " + event + " (expected: one description, or two that are the same)");
		}
	}

	private Contract build() {
		Map<String, String> identifiers = NamespaceIdentifiers.choose(this.namespaces.keySet());
		Set<String> taken = new HashSet<>(ContractNames.reserved());
		taken.addAll(identifiers.values());
		UnaryOperator<String> names = this.types.names(taken);
		List<NamespaceContract> contracts = new ArrayList<>();
		this.namespaces
			.forEach((name, events) -> contracts.add(new NamespaceContract(name, identifiers.getOrDefault(name, name),
					renamed(events.fromServer, names), renamed(events.fromClients, names))));
		return new Contract(contracts, this.types.definitions(names));
	}

	private static List<EventContract> renamed(Map<String, EventContract> events, UnaryOperator<String> names) {
		return events.values()
			.stream()
			.map((event) -> event.rename(names))
			.sorted(Comparator.comparing(EventContract::name))
			.toList();
	}

	private static final class Events {

		private final Map<String, EventContract> fromServer = new LinkedHashMap<>();

		private final Map<String, EventContract> fromClients = new LinkedHashMap<>();

	}

}
