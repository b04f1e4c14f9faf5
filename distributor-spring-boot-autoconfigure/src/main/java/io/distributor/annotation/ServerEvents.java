package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says by which interfaces the backend sends events to the clients of a namespace: that
 * of {@link SocketNamespace} on the same class, else the first namespace of
 * {@code distributor.backend.namespace}. They become part of the type definitions for
 * clients, and are checked at the start. Sending itself needs no annotation:
 * {@code io.to("room").as(ChatEvents.class)}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface ServerEvents {

	/**
	 * The interfaces.
	 * @return the interfaces
	 */
	Class<?>[] value();

}
