package io.distributor.interop.adapter;

/**
 * Writes broadcasts: MessagePack of {@code [uid, packet, opts]}. May be used from any
 * thread.
 */
public final class BroadcastWriter {

	private static final int EVENT = 2;

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
			.number(EVENT)
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
