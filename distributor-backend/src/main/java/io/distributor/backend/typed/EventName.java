package io.distributor.backend.typed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the event that a method of an event interface sends, where the name of the method
 * is not it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface EventName {

	/**
	 * Name of the event, not blank and not reserved.
	 * @return the name
	 */
	String value();

}
