package io.distributor.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;

/**
 * Puts a fleet around the application under test: it is the backend, whatever its
 * properties say, of distributors in the same JVM that listen on free ports. Inject
 * {@link io.distributor.test.fleet.Fleet} to get their addresses. The link is in memory:
 * no Redis is needed.
 *
 * <pre class="code">
 * &#64;SpringBootTest
 * &#64;AutoConfigureFleet(distributors = 2)
 * class ChatTests {
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration({ TestLinkAutoConfiguration.class, FleetAutoConfiguration.class })
@PropertyMapping("distributor.test.fleet")
public @interface AutoConfigureFleet {

	/**
	 * Number of distributors.
	 * @return the number, 0 or more; {@link io.distributor.test.fleet.Fleet#add} starts
	 * further ones
	 */
	int distributors() default 1;

}
