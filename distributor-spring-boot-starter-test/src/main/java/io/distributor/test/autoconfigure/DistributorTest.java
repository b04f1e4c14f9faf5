package io.distributor.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of handlers alone: of the application's components only those come along that
 * have handler methods, of the auto-configurations only those a backend needs. What the
 * handlers need besides is imported or mocked. Clients come from
 * {@link io.distributor.test.socket.SocketTester}; neither Redis nor a port is needed.
 *
 * <pre class="code">
 * &#64;DistributorTest
 * &#64;Import(Rooms.class)
 * class ChatHandlersTests {
 *
 * 	&#64;Autowired
 * 	SocketTester tester;
 *
 * 	&#64;Test
 * 	void tellsTheOthers() {
 * 		TestSocket ann = this.tester.connect("/chat", (client) -&gt; client.auth(new Login("Ann")));
 * 		TestSocket bob = this.tester.connect("/chat", (client) -&gt; client.auth(new Login("Bob")));
 * 		ann.emit("message", "hello");
 * 		assertThat(bob).hasReceivedExactly("message", "hello");
 * 	}
 *
 * }
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(DistributorTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(HandlerTypeExcludeFilter.class)
@AutoConfigureSocketTester
@ImportAutoConfiguration
public @interface DistributorTest {

	/**
	 * Properties of the environment, as {@code key=value}.
	 * @return the properties
	 */
	String[] properties() default {};

	/**
	 * Whether components with handler methods come along without being named.
	 * @return whether they do
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Further components that come along.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Components that stay out.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configurations that stay out.
	 * @return the classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
