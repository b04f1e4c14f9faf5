package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.messaging.handler.annotation.MessageMappingReflectiveProcessor;

/**
 * Marks a method that sees each client before it is accepted. Throwing
 * {@link io.distributor.backend.ConnectionRefusedException} refuses the client with a
 * text and data of one's choice; any other exception refuses it with a general text. What
 * the method emits to the socket, and the rooms it joins, follow the acceptance. Not
 * called for a socket that is adopted, which was accepted before: see {@link OnAdopt}.
 * <p>
 * Parameters may be of these types, in any order: {@link io.distributor.backend.Socket},
 * {@link io.distributor.backend.Namespace}, {@link io.distributor.backend.IndirectIo},
 * {@link io.distributor.backend.Handshake}, {@link java.security.Principal}; and those
 * annotated with {@link HandshakeHeader}, {@link HandshakeQuery}, {@link AuthValue},
 * {@link SocketDataValue} or {@link NamespaceVariable}. The method returns {@code void}.
 * Several methods run one after another, by the order of their beans.
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective(MessageMappingReflectiveProcessor.class)
public @interface OnConnect {

}
