package io.distributor.backend.json;

import io.distributor.backend.Arguments;

/**
 * An event as it was read.
 *
 * @param name its name
 * @param arguments its arguments, without the name
 */
public record ReceivedEvent(String name, Arguments arguments) {

}
