package io.distributor.backend.ack;

import java.time.Duration;

/**
 * How many acknowledgements are awaited, and how long.
 *
 * @param perSocket number awaited from one socket
 * @param total number awaited from all sockets
 * @param answerBytes size of the answers kept for broadcasts that are not complete
 * @param timeout how long each is awaited, unless said otherwise
 */
public record AckLimits(int perSocket, int total, long answerBytes, Duration timeout) {

}
