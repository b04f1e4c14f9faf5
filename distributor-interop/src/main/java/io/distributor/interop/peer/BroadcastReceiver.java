package io.distributor.interop.peer;

import io.distributor.gateway.LocalSockets;
import io.distributor.interop.adapter.AdapterBroadcast;
import io.distributor.interop.adapter.AdapterLimits;
import io.distributor.interop.adapter.BroadcastReader;
import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.interop.channel.ChannelListener;

/**
 * Brings the broadcasts of others for one namespace to the sockets of a distributor.
 */
final class BroadcastReceiver implements ChannelListener {

	private final String namespace;

	private final String fleetUid;

	private final BroadcastReader reader;

	private final LocalSockets sockets;

	private final PeerCounters counters;

	BroadcastReceiver(String namespace, String fleetUid, AdapterLimits limits, LocalSockets sockets,
			PeerCounters counters) {
		this.namespace = namespace;
		this.fleetUid = fleetUid;
		this.reader = new BroadcastReader(limits);
		this.sockets = sockets;
		this.counters = counters;
	}

	@Override
	public void onMessage(String channel, byte[] message) {
		try {
			if (this.reader.readUid(message).equals(this.fleetUid)) {
				this.counters.own.increment();
			}
			else {
				emit(this.reader.read(message));
			}
		}
		catch (MalformedMessageException ex) {
			this.counters.refused(this.namespace, ex);
		}
	}

	private void emit(AdapterBroadcast broadcast) {
		if (!broadcast.namespace().equals(this.namespace)) {
			throw new MalformedMessageException("nsp: another namespace (expected: that of the channel)");
		}
		this.counters.broadcasts.increment();
		this.sockets.emit(this.namespace, broadcast.selection(), broadcast.droppable(), broadcast.payload());
	}

}
