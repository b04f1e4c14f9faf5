package io.distributor.contract.model;

import java.util.List;

/**
 * A type with a name.
 */
public sealed interface TypeDefinition {

	/**
	 * Returns the name.
	 * @return the name, an identifier
	 */
	String name();

	/**
	 * An object with known properties.
	 *
	 * @param name its name
	 * @param properties its properties
	 */
	record ObjectType(String name, List<ObjectProperty> properties) implements TypeDefinition {

		public ObjectType {
			properties = List.copyOf(properties);
		}

	}

	/**
	 * One of several texts.
	 *
	 * @param name its name
	 * @param values the texts
	 */
	record EnumType(String name, List<String> values) implements TypeDefinition {

		public EnumType {
			values = List.copyOf(values);
		}

	}

	/**
	 * One of several objects.
	 *
	 * @param name its name
	 * @param members the types of the objects
	 */
	record UnionType(String name, List<ValueType> members) implements TypeDefinition {

		public UnionType {
			members = List.copyOf(members);
		}

	}

}
