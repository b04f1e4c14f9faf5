package io.distributor.interop.peer;

import io.distributor.interop.adapter.AdapterLimits;
import io.distributor.interop.adapter.AdapterRequest;
import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.interop.adapter.RequestReader;
import io.distributor.interop.channel.ChannelListener;

/**
 * Hears what others request of all servers with sockets of one namespace.
 */
final class RequestReceiver implements ChannelListener {

	private final String namespace;

	private final String fleetUid;

	private final RequestReader reader;

	private final AdapterRequest.Handler handler;

	private final PeerCounters counters;

	RequestReceiver(String namespace, String fleetUid, AdapterLimits limits, AdapterRequest.Handler handler,
			PeerCounters counters) {
		this.namespace = namespace;
		this.fleetUid = fleetUid;
		this.reader = new RequestReader(limits);
		this.handler = handler;
		this.counters = counters;
	}

	@Override
	public void onMessage(String channel, byte[] message) {
		try {
			AdapterRequest request = this.reader.read(message);
			if (request.uid().equals(this.fleetUid)) {
				this.counters.own.increment();
				return;
			}
			this.counters.requests.increment();
			request.deliverTo(this.handler);
		}
		catch (MalformedMessageException ex) {
			this.counters.refused(this.namespace, ex);
		}
	}

}
