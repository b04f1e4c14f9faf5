package io.distributor.tests.reliability.load;

/**
 * A numbered broadcast as a client heard it.
 *
 * @param instance name of the backend instance that sent it
 * @param room the room
 * @param number its number, counted per instance and room
 */
public record News(String instance, String room, long number) {

}
