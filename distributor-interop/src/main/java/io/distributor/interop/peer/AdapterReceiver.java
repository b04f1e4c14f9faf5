package io.distributor.interop.peer;

import io.distributor.gateway.LocalSockets;
import io.distributor.gateway.NamespaceListener;
import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.interop.adapter.AdapterLimits;
import io.distributor.interop.channel.ForeignChannels;

/**
 * Hears what emitters and Node servers publish for the namespaces of which a distributor
 * holds sockets: one pattern for the broadcasts of a namespace, whatever their rooms, and
 * one channel for requests, as every server with an adapter does.
 * <p>
 * Servers count the subscribers of the channel for requests and wait for an answer of
 * each: so all questions are answered. A namespace with {@code #} in its name is left
 * out: its channels could be those of another one.
 */
public final class AdapterReceiver implements NamespaceListener {

	private final String key;

	private final String fleetUid;

	private final AdapterLimits limits;

	private final AnswerLimits answerLimits;

	private final LocalSockets sockets;

	private final ForeignChannels channels;

	private final PeerCounters counters;

	/**
	 * Creates the receiver. It hears nothing before the distributor tells it of a
	 * namespace.
	 * @param key beginning of the names of all channels
	 * @param fleetUid who is ignored, see {@link FleetUid}
	 * @param limits what is read at most
	 * @param answerLimits what is answered at most
	 * @param sockets the sockets of the distributor
	 * @param channels channels of others
	 * @param counters count what is heard
	 */
	public AdapterReceiver(String key, String fleetUid, AdapterLimits limits, AnswerLimits answerLimits,
			LocalSockets sockets, ForeignChannels channels, PeerCounters counters) {
		this.key = key;
		this.fleetUid = fleetUid;
		this.limits = limits;
		this.answerLimits = answerLimits;
		this.sockets = sockets;
		this.channels = channels;
		this.counters = counters;
	}

	@Override
	public void onServed(String namespace) {
		if (isShared(namespace)) {
			AdapterChannels names = new AdapterChannels(this.key, namespace);
			this.channels.subscribePattern(names.broadcastPattern(),
					new BroadcastReceiver(namespace, this.fleetUid, this.limits, this.sockets, this.counters));
			this.channels.subscribe(names.requests(),
					new RequestReceiver(namespace, this.fleetUid, this.limits,
							new RequestRun(names, this.sockets, this.channels, this.counters, this.answerLimits),
							this.counters));
		}
	}

	@Override
	public void onEnded(String namespace) {
		if (isShared(namespace)) {
			AdapterChannels names = new AdapterChannels(this.key, namespace);
			this.channels.unsubscribe(names.requests());
			this.channels.unsubscribePattern(names.broadcastPattern());
		}
	}

	private static boolean isShared(String namespace) {
		return namespace.indexOf('#') < 0;
	}

}
