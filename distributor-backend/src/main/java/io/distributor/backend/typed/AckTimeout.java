package io.distributor.backend.typed;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;

/**
 * Says how long the methods of an event interface wait for answers, where the default
 * time of the backend is not right. On a method it comes before that on its interface; on
 * an interface it concerns the methods it declares itself.
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AckTimeout {

	/**
	 * How long to wait, longer than zero.
	 * @return the time
	 */
	long value();

	/**
	 * Unit of the time.
	 * @return the unit
	 */
	TimeUnit unit() default TimeUnit.SECONDS;

}
