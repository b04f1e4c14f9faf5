package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which namespaces the handler methods of a class belong to. Without it they belong
 * to the first namespace of {@code distributor.backend.namespace}. The backend owns the
 * namespaces named here, whether or not they are configured.
 * <p>
 * A pattern such as {@code /workspace-{id}} is every namespace whose name matches it, as
 * {@link io.distributor.backend.IndirectIo#of} says; {@link NamespaceVariable} gives
 * handler methods the values.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface SocketNamespace {

	/**
	 * Names of the namespaces, or patterns, at least one, with or without the leading
	 * slash. Placeholders are resolved.
	 * @return the names
	 */
	String[] value();

}
