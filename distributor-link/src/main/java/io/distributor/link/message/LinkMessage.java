package io.distributor.link.message;

/**
 * What travels on the link: what a distributor tells a backend, or a backend a
 * distributor.
 */
public sealed interface LinkMessage permits DistributorMessage, BackendMessage {

}
