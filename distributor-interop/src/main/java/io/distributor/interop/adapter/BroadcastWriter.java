package io.distributor.interop.adapter;

/**
 * Writes broadcasts: MessagePack of {@code [uid, packet, opts]}. May be used from any
 * thread.
 */
public final class BroadcastWriter {

	private static final int EVENT = 2;

	private static final int BINARY_EVENT = 5;

	private final int binaryType;

	/**
	 * Creates a writer for servers of version 3 and later.
	 */
	public BroadcastWriter() {
		this(EVENT);
	}

	private BroadcastWriter(int binaryType) {
		this.binaryType = binaryType;
	}

	/**
	 * Creates a writer for servers of version 2, which look for binary values only in
	 * events of a type of their own.
	 * @return the writer
	 */
	public static BroadcastWriter forVersion2() {
		return new BroadcastWriter(BINARY_EVENT);
	}

	/**
	 * Writes a broadcast.
	 * @param broadcast the broadcast, of which the payload is valid JSON
	 * @return what is to be published
	 */
	public byte[] write(AdapterBroadcast broadcast) {
		DataWriter writer = new DataWriter();
		writer.array(3).string(broadcast.uid());
		writer.map(3)
			.string("type")
			.number(broadcast.payload().attachments().isEmpty() ? EVENT : this.binaryType)
			.string("data")
			.arguments(broadcast.payload())
			.string("nsp")
			.string(broadcast.namespace());
		writer.map(3)
			.string("rooms")
			.strings(broadcast.selection().rooms())
			.string("except")
			.strings(broadcast.selection().except())
			.string("flags");
		if (broadcast.droppable()) {
			writer.map(1).string("volatile").bool(true);
		}
		else {
			writer.map(0);
		}
		return writer.bytes();
	}

}
