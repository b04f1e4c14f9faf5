/**
 * Turns annotated methods of beans into handlers of namespaces, on the handler method
 * machinery of spring-messaging. Everything is looked up once, at start.
 */
@NullMarked
package io.distributor.handler;

import org.jspecify.annotations.NullMarked;
