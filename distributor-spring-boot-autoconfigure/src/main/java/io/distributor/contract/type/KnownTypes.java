package io.distributor.contract.type;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.distributor.contract.model.TypeDefinition;
import io.distributor.contract.model.ValueType;
import tools.jackson.databind.JavaType;

/**
 * Types with names that were met so far. Each is entered once in each direction, which
 * ends the recursion of types that refer to themselves.
 */
final class KnownTypes {

	private final Map<JavaType, ObjectShape> objects = new LinkedHashMap<>();

	private final Map<JavaType, Union> unions = new LinkedHashMap<>();

	private final Map<JavaType, List<String>> enums = new LinkedHashMap<>();

	static String key(JavaType type) {
		return type.toCanonical();
	}

	ObjectShape object(JavaType type) {
		return this.objects.computeIfAbsent(type, (key) -> new ObjectShape());
	}

	boolean enterUnion(JavaType type, Direction direction) {
		return union(type).directions.add(direction);
	}

	void addMember(JavaType union, ValueType member) {
		union(union).members.add(member);
	}

	private Union union(JavaType type) {
		return this.unions.computeIfAbsent(type, (key) -> new Union());
	}

	void addEnum(JavaType type, Collection<String> values) {
		this.enums.putIfAbsent(type, List.copyOf(values));
	}

	List<JavaType> types() {
		return Stream.of(this.objects, this.unions, this.enums).flatMap((types) -> types.keySet().stream()).toList();
	}

	Stream<TypeDefinition> definitions(UnaryOperator<String> names) {
		Stream<TypeDefinition> objectTypes = this.objects.entrySet()
			.stream()
			.map((entry) -> new TypeDefinition.ObjectType(names.apply(key(entry.getKey())),
					entry.getValue().properties(names)));
		Stream<TypeDefinition> unionTypes = this.unions.entrySet()
			.stream()
			.map((entry) -> new TypeDefinition.UnionType(names.apply(key(entry.getKey())),
					entry.getValue().members.stream().map((member) -> member.rename(names)).toList()));
		Stream<TypeDefinition> enumTypes = this.enums.entrySet()
			.stream()
			.map((entry) -> new TypeDefinition.EnumType(names.apply(key(entry.getKey())), entry.getValue()));
		return Stream.of(objectTypes, unionTypes, enumTypes).flatMap((types) -> types);
	}

	private static final class Union {

		private final Set<Direction> directions = EnumSet.noneOf(Direction.class);

		private final Set<ValueType> members = new LinkedHashSet<>();

	}

}
