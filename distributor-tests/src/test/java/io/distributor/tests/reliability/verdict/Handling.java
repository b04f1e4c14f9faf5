package io.distributor.tests.reliability.verdict;

/**
 * That a backend instance handled an event.
 *
 * @param instance name of the instance
 * @param micros when, in microseconds since the epoch
 * @param number number of the event
 * @param redelivered whether it was marked
 */
public record Handling(String instance, long micros, int number, boolean redelivered) {

}
