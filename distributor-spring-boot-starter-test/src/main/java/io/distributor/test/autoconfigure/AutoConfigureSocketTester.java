package io.distributor.test.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Gives a test a {@link io.distributor.test.socket.SocketTester}: the application has the
 * role {@code backend}, whatever its properties say, and its clients come from the test.
 * Neither Redis nor a port is needed. After each test the connections are closed.
 * <p>
 * Stands beside {@code @SpringBootTest} for a whole application; {@link DistributorTest}
 * has it for handlers alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration({ TestLinkAutoConfiguration.class, SocketTesterAutoConfiguration.class })
public @interface AutoConfigureSocketTester {

}
