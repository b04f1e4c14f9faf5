package io.distributor.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * Matches when {@code distributor.server.engine} is the given one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnServerEngineCondition.class)
@interface ConditionalOnServerEngine {

	/**
	 * Engine that matches.
	 * @return the engine
	 */
	ServerProperties.Engine value();

}
