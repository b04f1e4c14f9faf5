package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.messaging.handler.annotation.MessageMappingReflectiveProcessor;

/**
 * Marks a method that answers in the place of {@link OnEvent} methods that fail, and
 * refuses in the place of {@link OnConnect} methods that fail: those of its own bean, or,
 * if its bean is a {@link SocketAdvice}, those of all beans. A method of the own bean
 * comes before those of advice; of several methods the one for the most specific
 * exception. What is thrown counts before what caused it. Without such a method the
 * client learns nothing of the exception.
 * <p>
 * Parameters may be the exception, and all that is filled by type or by annotation in
 * {@link OnEvent} methods. A method that takes the {@link io.distributor.backend.Event},
 * its {@link io.distributor.backend.Ack} or its {@link io.distributor.backend.Arguments},
 * and does not say {@code @Nullable}, is for events only.
 * <p>
 * What the method returns is the answer, as with {@link OnEvent}; the event counts as
 * handled. In the place of an {@link OnConnect} method it is the data of the refusal,
 * whose text is {@code Connection refused}; a method that returns a
 * {@link java.util.concurrent.CompletionStage} or a reactive type is for events only. A
 * method that returns nothing and takes no {@code Ack} only looks on: the client gets
 * what it gets without it. To choose the text, throw
 * {@link io.distributor.backend.EventRefusedException} or
 * {@link io.distributor.backend.ConnectionRefusedException}.
 * <p>
 * Those two exceptions say what the client gets, so they are handled only by a method
 * that names them. What {@link OnAdopt}, {@link OnRelease}, {@link OnJoin},
 * {@link OnLeave} and {@link OnDisconnect} methods throw is logged.
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective(MessageMappingReflectiveProcessor.class)
public @interface EventExceptionHandler {

	/**
	 * Exceptions the method handles. By default those its parameters are of.
	 * @return the types
	 */
	Class<? extends Throwable>[] value() default {};

}
