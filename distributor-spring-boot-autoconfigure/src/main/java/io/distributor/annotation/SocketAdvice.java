package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * Marks a bean whose {@link EventExceptionHandler} methods are for the handler methods of
 * all beans, or, with {@link SocketNamespace}, for those of its namespaces. Several are
 * asked by their {@code @Order}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Component
public @interface SocketAdvice {

	/**
	 * Name of the bean. By default made from the name of the class.
	 * @return the name
	 */
	@AliasFor(annotation = Component.class)
	String value() default "";

}
