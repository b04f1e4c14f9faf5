package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.messaging.handler.annotation.MessageMappingReflectiveProcessor;

/**
 * Marks a method that hears of sockets this instance becomes the home of while their
 * clients stay connected, because their earlier home left or was lost. Called before the
 * first event, in the place of {@link OnConnect} methods; what they left in
 * {@link io.distributor.backend.Socket#data()} is there. An exception is logged.
 * <p>
 * Parameters may be of these types, in any order: {@link io.distributor.backend.Socket},
 * {@link io.distributor.backend.Namespace}, {@link io.distributor.backend.IndirectIo},
 * {@link io.distributor.backend.Handshake}, {@link java.security.Principal}; and those
 * annotated with {@link HandshakeHeader}, {@link HandshakeQuery}, {@link AuthValue},
 * {@link SocketDataValue} or {@link NamespaceVariable}. The method returns {@code void}.
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective(MessageMappingReflectiveProcessor.class)
public @interface OnAdopt {

}
