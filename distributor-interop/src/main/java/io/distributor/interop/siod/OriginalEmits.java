package io.distributor.interop.siod;

import io.distributor.interop.adapter.AdapterBroadcast;
import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.interop.adapter.BroadcastWriter;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;

/**
 * Publishes what clients behind distributors of the original are to hear. Used by the
 * worker.
 */
final class OriginalEmits {

	private final String uid;

	private final String adapterKey;

	private final SiodChannels channels;

	private final OriginalSide original;

	private final ToDistributorCodec codec;

	private final BroadcastWriter writer = BroadcastWriter.forVersion2();

	OriginalEmits(String uid, String adapterKey, SiodChannels channels, OriginalSide original,
			ToDistributorCodec codec) {
		this.uid = uid;
		this.adapterKey = adapterKey;
		this.channels = channels;
		this.original = original;
		this.codec = codec;
	}

	void emit(String namespace, Selection selection, boolean droppable, Payload payload) {
		String channel = new AdapterChannels(this.adapterKey, namespace).broadcasts(selection);
		this.original.publish(channel,
				this.writer.write(new AdapterBroadcast(this.uid, namespace, selection, droppable, payload)));
	}

	void answer(BridgedSocket socket, long callbackId, Payload payload) {
		if (socket.distributor() != BridgedSocket.NO_DISTRIBUTOR) {
			this.original.publish(this.channels.toDistributor(socket.distributor()),
					this.codec.callback(socket.namespace(), socket.id(), callbackId, payload));
		}
	}

	void close(String namespace) {
		this.original.publish(this.channels.toAllDistributors(), this.codec.close(namespace));
	}

}
