package io.distributor.engine.protocol.socketio;

/**
 * Creates decoders, one for each connection, that share what can be shared. May be used
 * by any thread.
 */
public final class PacketDecoderFactory {

	private final DecoderLimits limits;

	private final JsonValidator validator;

	/**
	 * Creates a factory.
	 * @param limits what its decoders accept at most
	 */
	public PacketDecoderFactory(DecoderLimits limits) {
		this.limits = limits;
		this.validator = new JsonValidator(limits);
	}

	/**
	 * Creates a decoder.
	 * @return the decoder for one connection
	 */
	public PacketDecoder createDecoder() {
		return new PacketDecoder(this);
	}

	DecoderLimits limits() {
		return this.limits;
	}

	JsonValidator validator() {
		return this.validator;
	}

}
