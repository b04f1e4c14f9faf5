package io.distributor.interop.siod;

import io.distributor.link.message.SocketConnect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What backends are told of clients, as JSON.
 */
final class ClientInfo {

	private static final Logger logger = LoggerFactory.getLogger(ClientInfo.class);

	private final ClientDescriber describer;

	private final SiodJson json;

	ClientInfo(ClientDescriber describer, SiodJson json) {
		this.describer = describer;
		this.json = json;
	}

	/**
	 * Describes a client. One that cannot be described is a client of which nothing is
	 * told.
	 */
	ObjectNode of(SocketConnect connect) {
		try {
			return this.json.object(this.describer.describe(connect));
		}
		catch (JacksonException | IllegalArgumentException ex) {
			logger.warn("A client of {} is announced without a description: {} gave what Jackson cannot write",
					connect.namespace(), this.describer.getClass().getName(), ex);
		}
		catch (RuntimeException ex) {
			logger.warn("A client of {} is announced without a description: {} failed", connect.namespace(),
					this.describer.getClass().getName(), ex);
		}
		return this.json.object();
	}

}
