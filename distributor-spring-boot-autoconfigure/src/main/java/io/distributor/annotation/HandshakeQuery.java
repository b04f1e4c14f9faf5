package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.messaging.handler.annotation.ValueConstants;

/**
 * Gives a parameter of any handler method a query parameter of the request that opened
 * the connection, converted by Spring's conversion service; of several values the first.
 * <p>
 * A query parameter that is absent, or does not convert, is an error, as a wrong argument
 * is, unless the parameter is {@code @Nullable}, an {@link java.util.Optional} or has a
 * default value.
 */
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface HandshakeQuery {

	/**
	 * Name of the query parameter. By default the name of the parameter.
	 * @return the name
	 */
	String value() default "";

	/**
	 * What the parameter gets when the query parameter is absent, as text. Placeholders
	 * are resolved.
	 * @return the text
	 */
	String defaultValue() default ValueConstants.DEFAULT_NONE;

}
