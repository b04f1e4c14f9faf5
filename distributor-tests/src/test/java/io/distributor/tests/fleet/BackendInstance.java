package io.distributor.tests.fleet;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.distributor.backend.IndirectIo;
import io.distributor.backend.instance.Backend;
import io.distributor.backend.instance.BackendOptions;
import io.distributor.backend.statistics.BackendStatistics;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.link.LinkOptions;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.NodeId;
import io.distributor.link.presence.NodeRole;
import io.distributor.link.protocol.Channels;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backend instance of a fleet.
 */
public final class BackendInstance {

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final CountingPort port;

	private final LinkNode link;

	private final Channels channels;

	private final Backend backend;

	private boolean killed;

	private boolean stopped;

	BackendInstance(String name, LinkMedium medium, LinkOptions linkOptions, BackendOptions options) {
		this.port = new CountingPort(medium.port());
		this.link = new LinkNode(NodeRole.BACKEND, name, linkOptions, this.port);
		this.channels = new Channels(linkOptions.prefix());
		this.backend = new Backend(options, JsonMapper.builder().build(), this.executor, this.link,
				HandlerObserver.NONE);
	}

	void start() {
		this.backend.start();
	}

	public IndirectIo io() {
		return this.backend.io();
	}

	public NodeId id() {
		return this.link.id();
	}

	public BackendStatistics statistics() {
		return this.backend.statistics();
	}

	/**
	 * Counts the frames it published on the broadcast channel of a namespace.
	 * @param namespace name of the namespace
	 * @return the count
	 */
	public long broadcastFrames(String namespace) {
		return this.port.published(this.channels.namespace(namespace));
	}

	/**
	 * Neither hears nor says anything on the link any more, as if its process were
	 * killed.
	 */
	public void kill() {
		this.killed = true;
		this.port.cutOff();
	}

	/**
	 * Comes back after {@link #kill()}, which it did not notice: as if its process had
	 * hung.
	 */
	public void wake() {
		this.killed = false;
		this.port.join();
	}

	/**
	 * Lets its sockets go and says goodbye. Calling it again has no effect.
	 */
	public void stop() {
		if (!this.stopped) {
			this.stopped = true;
			if (this.killed) {
				this.port.tellCutOff();
				this.backend.stopNow();
			}
			else {
				this.backend.stop();
			}
			this.executor.shutdownNow();
		}
	}

}
