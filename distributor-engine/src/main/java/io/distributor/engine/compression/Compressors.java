package io.distributor.engine.compression;

/**
 * What the connections of an event loop compress and decompress with, one after another.
 * To be used on that loop only, and to be closed when it has ended.
 *
 * @param deflater compresses
 * @param inflater decompresses
 */
public record Compressors(RawDeflater deflater, MessageInflater inflater) implements AutoCloseable {

	/**
	 * Creates compressors, which take no memory until they are used.
	 * @param maxBytes how large a message of a client may become, positive
	 */
	public Compressors(int maxBytes) {
		this(new RawDeflater(), new MessageInflater(maxBytes));
	}

	@Override
	public void close() {
		this.deflater.close();
		this.inflater.close();
	}

}
