package io.distributor.handler;

import io.distributor.backend.DisconnectReason;
import io.distributor.backend.Socket;

/**
 * The end of a socket.
 *
 * @param socket the socket
 * @param reason why it ended
 */
record Disconnection(Socket socket, DisconnectReason reason) {

}
