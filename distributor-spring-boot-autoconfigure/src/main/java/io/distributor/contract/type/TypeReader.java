package io.distributor.contract.type;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.distributor.contract.model.TypeDefinition;
import io.distributor.contract.model.ValueType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.BeanPropertyWriter;

/**
 * Finds out what Java types look like on the way to clients and back: it asks the
 * serializers that write them, so that every annotation, naming strategy and module of
 * the application's mapper counts. One thread, one contract.
 * <p>
 * Types with names are {@linkplain ValueType.Named named} by keys until
 * {@link #names(Set)} gives them names that do not clash.
 */
public final class TypeReader {

	private final JsonMapper mapper;

	private final SerializationContext context;

	private final ObjectReading objects;

	private final Unions unions;

	private final KnownTypes known = new KnownTypes();

	/**
	 * Creates the reader.
	 * @param mapper reads and writes arguments
	 */
	public TypeReader(JsonMapper mapper) {
		this.mapper = mapper;
		this.context = mapper._serializationContext();
		this.unions = new Unions(this.context);
		this.objects = new ObjectReading(mapper, this);
	}

	/**
	 * Reads a type.
	 * @param type the type
	 * @param direction who makes its values
	 * @return what it looks like
	 */
	public ValueType read(Type type, Direction direction) {
		return read(this.mapper.constructType(type), direction);
	}

	ValueType read(JavaType type, Direction direction) {
		ValueType special = special(type, direction);
		return (special != null) ? special
				: visit(type, direction, (visitor) -> this.mapper.acceptJsonFormatVisitor(type, visitor));
	}

	/**
	 * Reads the type of a property, which may be annotated to look otherwise than usual.
	 */
	ValueType read(BeanProperty property, Direction direction) {
		JavaType type = property.getType();
		ValueType special = special(type, direction);
		if (special != null) {
			return special;
		}
		ValueSerializer<?> serializer = (property instanceof BeanPropertyWriter writer && writer.hasSerializer())
				? writer.getSerializer() : this.context.findPrimaryPropertySerializer(type, property);
		return visit(type, direction, (visitor) -> serializer.acceptJsonFormatVisitor(visitor, type));
	}

	private ValueType visit(JavaType type, Direction direction, Consumer<FormatVisitor> accept) {
		FormatVisitor visitor = new FormatVisitor(this, type, direction, this.context);
		accept.accept(visitor);
		return this.objects.afterVisit(type, direction, visitor);
	}

	private @Nullable ValueType special(JavaType type, Direction direction) {
		Class<?> raw = type.getRawClass();
		if (raw == Object.class || JsonNode.class.isAssignableFrom(raw) || this.unions.isWrapped(type)) {
			return ValueType.Simple.ANYTHING;
		}
		if (raw == byte[].class || ByteBuffer.class.isAssignableFrom(raw)) {
			return ValueType.Simple.BINARY;
		}
		if (raw == OptionalInt.class || raw == OptionalLong.class) {
			return ValueType.Simple.INTEGER.orNull();
		}
		if (raw == OptionalDouble.class) {
			return ValueType.Simple.NUMBER.orNull();
		}
		if (type.isReferenceType()) {
			return read(type.getReferencedType(), direction).orNull();
		}
		return union(type, direction);
	}

	private @Nullable ValueType union(JavaType type, Direction direction) {
		List<JavaType> members = this.unions.members(type);
		if (members.isEmpty()) {
			return null;
		}
		if (this.known.enterUnion(type, direction)) {
			members.forEach((member) -> this.known.addMember(type, read(member, direction)));
		}
		return new ValueType.Named(KnownTypes.key(type));
	}

	KnownTypes known() {
		return this.known;
	}

	ObjectReading objects() {
		return this.objects;
	}

	Unions unions() {
		return this.unions;
	}

	/**
	 * Chooses names for the types that were read.
	 * @param taken names they must not have
	 * @return the names by keys
	 */
	public UnaryOperator<String> names(Set<String> taken) {
		Map<String, String> names = new TypeNames(taken).choose(this.known.types());
		return (key) -> names.getOrDefault(key, key);
	}

	/**
	 * Returns the types that were read and have names.
	 * @param names their names by keys
	 * @return the types, by name
	 */
	public List<TypeDefinition> definitions(UnaryOperator<String> names) {
		return this.known.definitions(names).sorted(Comparator.comparing(TypeDefinition::name)).toList();
	}

}
