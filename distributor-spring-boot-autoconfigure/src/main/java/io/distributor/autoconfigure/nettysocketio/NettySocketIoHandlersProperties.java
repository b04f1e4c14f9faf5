package io.distributor.autoconfigure.nettysocketio;

import java.util.Set;

import com.corundumstudio.socketio.AckMode;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Handlers written for netty-socketio, in a backend.
 *
 * @param enabled Whether methods with the annotations of netty-socketio handle events of
 * this backend.
 * @param ackMode When an event is answered that no method has answered: if all methods
 * succeeded, always, or never.
 * @param storeTypes Types of the application that handlers keep in the store of a client,
 * beside text, numbers, booleans, lists, maps, UUID and Date.
 */
@ConfigurationProperties("distributor.backend.netty-socketio")
record NettySocketIoHandlersProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("auto-success-only") AckMode ackMode, @DefaultValue Set<Class<?>> storeTypes) {

}
