package io.distributor.tests.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips tests where a program is missing, unless the system property
 * {@code distributor.tests.require} names it: then they fail.
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(RequiresProgramCondition.class)
public @interface RequiresProgram {

	/**
	 * The program.
	 * @return the program
	 */
	Program value();

}
