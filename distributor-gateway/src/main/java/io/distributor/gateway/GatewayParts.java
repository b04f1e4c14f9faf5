package io.distributor.gateway;

/**
 * What all sockets of a gateway work with.
 *
 * @param options limits and times
 * @param counters counts what is done
 * @param backends who lives
 * @param admission who may join what
 * @param waiting who waits for a backend
 * @param homeless which sockets wait for another home
 * @param departed which sockets have no client any more
 * @param releases how many sockets each backend released
 * @param dataLimit what may be kept for a socket
 * @param unhandledTotal how much memory unhandled events take
 * @param wireAckIds gives the ids that clients see
 * @param directory finds sockets
 * @param outlet puts messages on the link
 * @param reports tells backends that what they asked for is done
 */
record GatewayParts(GatewayOptions options, GatewayCounters counters, Backends backends, Admission admission,
		WaitingConnects waiting, HomelessSockets homeless, DepartedSockets departed, Releases releases,
		SocketDataLimit dataLimit, UnhandledTotal unhandledTotal, WireAckIds wireAckIds, SocketDirectory directory,
		LinkOutlet outlet, Reports reports) {

}
