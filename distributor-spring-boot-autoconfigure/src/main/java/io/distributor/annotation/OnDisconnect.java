package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Marks a method that hears of the end of sockets: called once for each socket, after its
 * last event, by the instance that is its home then. An exception is logged.
 * <p>
 * Allowed parameters, in any order: {@link io.distributor.backend.Socket},
 * {@link io.distributor.backend.Namespace}, {@link io.distributor.backend.IndirectIo},
 * {@link io.distributor.backend.Handshake},
 * {@link io.distributor.backend.DisconnectReason}. The method returns {@code void}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective
public @interface OnDisconnect {

}
