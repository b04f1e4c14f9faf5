package io.distributor.contract.type;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.distributor.contract.model.ObjectProperty;
import io.distributor.contract.model.ValueType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Finds the types that stand behind an interface or an abstract class: the permitted ones
 * of a sealed type, and those that Jackson knows.
 */
final class Unions {

	private final SerializationContext context;

	Unions(SerializationContext context) {
		this.context = context;
	}

	List<JavaType> members(JavaType type) {
		Class<?> raw = type.getRawClass();
		if (type.isConcrete() || type.isPrimitive() || type.isContainerType() || type.isEnumType()) {
			return List.of();
		}
		Set<Class<?>> members = new LinkedHashSet<>();
		addPermitted(raw, members);
		SerializationConfig config = this.context.getConfig();
		config.getSubtypeResolver()
			.collectAndResolveSubtypesByClass(config, this.context.introspectClassAnnotations(type))
			.stream()
			.map(NamedType::getType)
			.sorted(Comparator.comparing(Class::getName))
			.filter((member) -> this.context.constructType(member).isConcrete())
			.forEach(members::add);
		List<JavaType> types = new ArrayList<>();
		members.forEach((member) -> types.add(this.context.constructSpecializedType(type, member)));
		return types;
	}

	private static void addPermitted(Class<?> type, Set<Class<?>> members) {
		if (type.isSealed()) {
			for (Class<?> permitted : type.getPermittedSubclasses()) {
				addPermitted(permitted, members);
			}
		}
		else if (!java.lang.reflect.Modifier.isAbstract(type.getModifiers())) {
			members.add(type);
		}
	}

	/**
	 * Returns the property that tells an object from others of its union.
	 */
	@Nullable ObjectProperty discriminator(JavaType type) {
		TypeSerializer serializer = this.context.findTypeSerializer(type);
		if (serializer == null || isWrapper(serializer)) {
			return null;
		}
		String id = serializer.getTypeIdResolver().idFromValueAndType(this.context, null, type.getRawClass());
		return new ObjectProperty(serializer.getPropertyName(), new ValueType.Constant(id), false);
	}

	/**
	 * Returns whether Jackson wraps the object to say its type.
	 */
	boolean isWrapped(JavaType type) {
		TypeSerializer serializer = this.context.findTypeSerializer(type);
		return serializer != null && isWrapper(serializer);
	}

	private static boolean isWrapper(TypeSerializer serializer) {
		JsonTypeInfo.As inclusion = serializer.getTypeInclusion();
		return inclusion == JsonTypeInfo.As.WRAPPER_ARRAY || inclusion == JsonTypeInfo.As.WRAPPER_OBJECT;
	}

}
