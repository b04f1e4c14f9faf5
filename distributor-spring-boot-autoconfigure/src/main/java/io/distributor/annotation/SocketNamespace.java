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
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface SocketNamespace {

	/**
	 * Names of the namespaces, at least one, with or without the leading slash.
	 * Placeholders are resolved.
	 * @return the names
	 */
	String[] value();

}
