package io.distributor.link.message;

/**
 * What travels on the link: what a distributor tells a backend, a backend a distributor,
 * or a backend instance another one.
 */
public sealed interface LinkMessage permits DistributorMessage, BackendMessage, PeerMessage {

}
