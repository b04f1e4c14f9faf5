package io.distributor.interop.siod;

import java.util.Map;

import io.distributor.interop.adapter.AdapterBroadcast;
import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.interop.adapter.AdapterLimits;
import io.distributor.interop.adapter.BroadcastReader;
import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.interop.siod.ToDistributorMessage.Callback;
import io.distributor.interop.siod.ToDistributorMessage.Close;
import io.distributor.interop.siod.ToDistributorMessage.Custom;
import io.distributor.link.message.EmitToRooms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what backends of the original say to whom it concerns. Used by the worker.
 */
final class OriginalBackends {

	private static final Logger logger = LoggerFactory.getLogger(OriginalBackends.class);

	private final Map<String, BackendClients> clients;

	private final LocalSender gateway;

	private final ToDistributorCodec codec;

	private final BroadcastReader broadcasts;

	private final CustomMessageListener customMessages;

	private final SiodCounters counters;

	OriginalBackends(Map<String, BackendClients> clients, LocalSender gateway, SiodJson json, AdapterLimits limits,
			CustomMessageListener customMessages, SiodCounters counters) {
		this.clients = clients;
		this.gateway = gateway;
		this.codec = new ToDistributorCodec(json);
		this.broadcasts = new BroadcastReader(limits);
		this.customMessages = customMessages;
		this.counters = counters;
	}

	void listen(OriginalSide original, SiodChannels channels, long number) {
		original.onMessage(channels.toDistributor(number), this::hear);
		original.onMessage(channels.toAllDistributors(), this::hear);
	}

	void listen(OriginalSide original, AdapterChannels channels) {
		original.onBroadcast(channels, (message) -> emit(channels.namespace(), this.broadcasts.read(message)));
	}

	private void hear(byte[] bytes) {
		ToDistributorMessage message = this.codec.read(bytes);
		if (message instanceof Callback callback && this.clients.containsKey(callback.namespace())) {
			this.clients.get(callback.namespace()).answer(callback);
		}
		else if (message instanceof Close close && this.clients.containsKey(close.namespace())) {
			this.clients.get(close.namespace()).close();
		}
		else if (message instanceof Custom custom) {
			tell(custom);
		}
		else {
			this.counters.ignored.increment();
		}
	}

	private void tell(Custom message) {
		try {
			this.customMessages.onCustomMessage(message.fields());
		}
		catch (RuntimeException ex) {
			logger.error("{} failed", this.customMessages.getClass().getName(), ex);
		}
	}

	private void emit(String namespace, AdapterBroadcast broadcast) {
		if (!broadcast.namespace().equals(namespace)) {
			throw new MalformedMessageException("nsp: another namespace (expected: that of the channel)");
		}
		this.gateway
			.send(new EmitToRooms(namespace, broadcast.selection(), broadcast.droppable(), broadcast.payload()));
	}

}
