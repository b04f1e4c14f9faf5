package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which namespace the handler methods of a class belong to. Without it they belong
 * to the first namespace of {@code distributor.backend.namespace}. The backend owns the
 * namespace named here, whether or not it is configured.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface SocketNamespace {

	/**
	 * Name of the namespace, with or without the leading slash. Placeholders are
	 * resolved.
	 * @return the name
	 */
	String value();

}
