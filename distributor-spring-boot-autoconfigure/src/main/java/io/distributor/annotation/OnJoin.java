package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;
import org.springframework.messaging.handler.annotation.MessageMappingReflectiveProcessor;

/**
 * Marks a method that hears of sockets that join rooms, whoever made them: in turn with
 * the events of the socket, as {@link io.distributor.backend.Namespace#onJoin} says. Not
 * called for the room of the socket's own id, nor again when a socket is adopted. An
 * exception is logged.
 * <p>
 * Parameters may be of these types, in any order: {@link String} for the name of the
 * room, {@link io.distributor.backend.Socket}, {@link io.distributor.backend.Namespace},
 * {@link io.distributor.backend.IndirectIo}, {@link io.distributor.backend.Handshake},
 * {@link java.security.Principal}; and those annotated with {@link HandshakeHeader},
 * {@link HandshakeQuery}, {@link AuthValue}, {@link SocketDataValue} or
 * {@link NamespaceVariable}. The method returns {@code void}.
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective(MessageMappingReflectiveProcessor.class)
public @interface OnJoin {

	/**
	 * Names of the rooms, or patterns: a name with one {@code *}, which stands for any
	 * characters or none. By default every room. Placeholders are resolved.
	 * @return the names and patterns
	 */
	String[] value() default "*";

}
