package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.messaging.handler.annotation.ValueConstants;

/**
 * Gives a parameter of any handler method a value of the object that the client sent as
 * {@code auth}, converted by Jackson: anything an argument of an event may be, except
 * binary. With {@code @Valid} it is validated if a validator is there.
 * <p>
 * A value that is {@code null} or absent, or does not convert, is an error, as a wrong
 * argument is, unless the parameter is {@code @Nullable}, an {@link java.util.Optional}
 * or has a default value.
 */
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AuthValue {

	/**
	 * Name of the value. By default the name of the parameter.
	 * @return the name
	 */
	String value() default "";

	/**
	 * What the parameter gets when the value is absent, as text. Placeholders are
	 * resolved.
	 * @return the text
	 */
	String defaultValue() default ValueConstants.DEFAULT_NONE;

}
