package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.messaging.handler.annotation.ValueConstants;

/**
 * Gives a parameter of any handler method what a variable stands for in the name of the
 * namespace that the client joined, converted by Spring's conversion service: of
 * {@code /workspace-7} the {@code id} is 7 if the class belongs to
 * {@code @SocketNamespace("/workspace-{id}")}. A variable that the namespaces of the
 * class do not have fails the start.
 * <p>
 * A value that does not convert is an error, as a wrong argument is. So an
 * {@link OnConnect} method that takes the variable refuses clients of other names.
 */
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface NamespaceVariable {

	/**
	 * Name of the variable. By default the name of the parameter.
	 * @return the name
	 */
	String value() default "";

	/**
	 * What the parameter gets in those namespaces of the class that do not have the
	 * variable, as text. Placeholders are resolved.
	 * @return the text
	 */
	String defaultValue() default ValueConstants.DEFAULT_NONE;

}
