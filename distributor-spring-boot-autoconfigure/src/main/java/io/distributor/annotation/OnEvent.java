package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.messaging.handler.annotation.MessageMapping;

/**
 * Marks a method that handles an event of clients. Events of one socket are handled one
 * after another, in the order the client sent them, unless {@link #concurrent()} says
 * otherwise; those of different sockets in parallel.
 * <p>
 * These parameters are filled by their type, in any order:
 * {@link io.distributor.backend.Socket}, {@link io.distributor.backend.Namespace},
 * {@link io.distributor.backend.IndirectIo}, {@link io.distributor.backend.Event},
 * {@link io.distributor.backend.Ack}, {@link io.distributor.backend.Handshake},
 * {@link io.distributor.backend.Arguments}, and {@link java.security.Principal} for the
 * user of the socket. Those annotated with {@link HandshakeHeader},
 * {@link HandshakeQuery}, {@link AuthValue}, {@link SocketDataValue} or
 * {@link NamespaceVariable} get that value. Every other parameter takes the next argument
 * of the event, converted to its generic type: records, lists, maps, primitives,
 * {@code JsonNode}, {@code byte[]} for binary. An argument that is {@code null} or absent
 * is an error, unless the parameter is {@code @Nullable} or an
 * {@link java.util.Optional}. With {@code @Valid} or
 * {@link org.springframework.validation.annotation.Validated} the argument is validated
 * if a validator is there, and so are parameters with constraints of their own.
 * <p>
 * What the method returns answers the client that waits for an answer: a value, an
 * {@link java.util.Optional}, an {@link io.distributor.backend.Answer} of several, or a
 * {@link java.util.concurrent.CompletionStage} or a reactive type of these; of several
 * values of a reactive type the first. A method without a result answers with no
 * arguments, unless it has an {@link io.distributor.backend.Ack} parameter: then it
 * answers itself.
 * <p>
 * What the method throws is handled by {@link EventExceptionHandler} methods; else the
 * client that waits gets {@code {"error":"Internal error"}}, or {@code {"error":"Invalid
 * arguments"}} if an argument does not convert or is not valid.
 */
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@MessageMapping
public @interface OnEvent {

	/**
	 * Names of the events, at least one, or patterns: a name with one {@code *}, which
	 * stands for any characters or none; {@code *} alone is every event that nothing else
	 * handles. A name comes before patterns, a longer pattern before a shorter one.
	 * {@link io.distributor.backend.Event#name()} says which event it is. Placeholders
	 * are resolved.
	 * @return the names
	 */
	@AliasFor(annotation = MessageMapping.class)
	String[] value();

	/**
	 * Whether the next event of the socket does not wait for this one: events are still
	 * started in their order, but each on a thread of its own. For what takes long and
	 * does not depend on order, such as a search.
	 * @return whether it goes on beside the next ones
	 */
	boolean concurrent() default false;

}
