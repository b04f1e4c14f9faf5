package io.distributor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.aot.hint.annotation.Reflective;

/**
 * Marks a method that hears of sockets this instance becomes the home of while their
 * clients stay connected, because their earlier home left or was lost. Called before the
 * first event, in the place of {@link OnConnect} methods; what they left in
 * {@link io.distributor.backend.Socket#data()} is there. An exception is logged.
 * <p>
 * Allowed parameters, in any order: {@link io.distributor.backend.Socket},
 * {@link io.distributor.backend.Namespace}, {@link io.distributor.backend.IndirectIo},
 * {@link io.distributor.backend.Handshake}. The method returns {@code void}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Reflective
public @interface OnAdopt {

}
