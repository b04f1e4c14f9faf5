package io.distributor.gateway;

import java.time.Duration;
import java.util.Set;

/**
 * Builds {@link GatewayOptions}; ranges are checked by {@link #build()}. Not to be shared
 * by threads.
 */
public final class GatewayOptionsBuilder {

	private Set<String> namespaces = Set.of();

	private Duration backendWait = Duration.ofSeconds(10);

	private Duration adoptionWait = Duration.ofSeconds(30);

	private int maxWaitingConnects = 10_000;

	private int maxUnhandledEvents = 1_000;

	private int maxUnhandledBytes = 1024 * 1024;

	private long maxUnhandledTotal = 256 * 1024 * 1024;

	private int maxPendingAcks = 1_000;

	private int maxSocketData = 64 * 1024;

	private long maxSocketDataTotal = 256 * 1024 * 1024;

	private int maxDepartedSockets = 200_000;

	private Duration namespaceLinger = Duration.ofSeconds(10);

	private AdmissionCheck admissionCheck = AdmissionCheck.NONE;

	private int maxDynamicNamespaces = 10_000;

	GatewayOptionsBuilder() {
	}

	/**
	 * Names the only namespaces that clients may join. Default: empty, all that live
	 * backends own.
	 * @param namespaces names, beginning with a slash
	 * @return this builder
	 */
	public GatewayOptionsBuilder namespaces(Set<String> namespaces) {
		this.namespaces = namespaces;
		return this;
	}

	/**
	 * Sets how long a client waits for the answer to its connect request. Default: 10 s.
	 * @param backendWait positive
	 * @return this builder
	 */
	public GatewayOptionsBuilder backendWait(Duration backendWait) {
		this.backendWait = backendWait;
		return this;
	}

	/**
	 * Sets how long a socket whose home is gone waits for another one. Default: 30 s.
	 * @param adoptionWait positive
	 * @return this builder
	 */
	public GatewayOptionsBuilder adoptionWait(Duration adoptionWait) {
		this.adoptionWait = adoptionWait;
		return this;
	}

	/**
	 * Sets how many clients may wait for a backend to come. Default: 10 000.
	 * @param maxWaitingConnects not negative
	 * @return this builder
	 */
	public GatewayOptionsBuilder maxWaitingConnects(int maxWaitingConnects) {
		this.maxWaitingConnects = maxWaitingConnects;
		return this;
	}

	/**
	 * Sets how many events of one socket may be unhandled. Default: 1 000.
	 * @param maxUnhandledEvents positive
	 * @return this builder
	 */
	public GatewayOptionsBuilder maxUnhandledEvents(int maxUnhandledEvents) {
		this.maxUnhandledEvents = maxUnhandledEvents;
		return this;
	}

	/**
	 * Sets how many bytes the unhandled events of one socket may have. Default: 1 MiB.
	 * @param maxUnhandledBytes positive
	 * @return this builder
	 */
	public GatewayOptionsBuilder maxUnhandledBytes(int maxUnhandledBytes) {
		this.maxUnhandledBytes = maxUnhandledBytes;
		return this;
	}

	/**
	 * Sets how many bytes of memory the unhandled events of all sockets may take.
	 * Default: 256 MiB.
	 * @param maxUnhandledTotal positive
	 * @return this builder
	 */
	public GatewayOptionsBuilder maxUnhandledTotal(long maxUnhandledTotal) {
		this.maxUnhandledTotal = maxUnhandledTotal;
		return this;
	}

	/**
	 * Sets how many acknowledgements may be outstanding for one socket in each direction.
	 * Default: 1 000.
	 * @param maxPendingAcks positive
	 * @return this builder
	 */
	public GatewayOptionsBuilder maxPendingAcks(int maxPendingAcks) {
		this.maxPendingAcks = maxPendingAcks;
		return this;
	}

	/**
	 * Sets how many bytes of data homes may have kept for one socket. Default: 64 KiB.
	 * @param maxSocketData not negative
	 * @return this builder
	 */
	public GatewayOptionsBuilder maxSocketData(int maxSocketData) {
		this.maxSocketData = maxSocketData;
		return this;
	}

	/**
	 * Sets how many bytes of data homes may have kept for all sockets. Default: 256 MiB.
	 * @param maxSocketDataTotal positive
	 * @return this builder
	 */
	public GatewayOptionsBuilder maxSocketDataTotal(long maxSocketDataTotal) {
		this.maxSocketDataTotal = maxSocketDataTotal;
		return this;
	}

	/**
	 * Sets how many sockets whose clients have left may wait for their homes. Default:
	 * 200 000.
	 * @param maxDepartedSockets not negative
	 * @return this builder
	 */
	public GatewayOptionsBuilder maxDepartedSockets(int maxDepartedSockets) {
		this.maxDepartedSockets = maxDepartedSockets;
		return this;
	}

	/**
	 * Sets how long the broadcasts of a namespace are still heard after its last socket
	 * has gone. Default: 10 s.
	 * @param namespaceLinger not negative
	 * @return this builder
	 */
	public GatewayOptionsBuilder namespaceLinger(Duration namespaceLinger) {
		this.namespaceLinger = namespaceLinger;
		return this;
	}

	/**
	 * Sets what looks at each client before its home is asked. Default: all pass.
	 * @param admissionCheck the check
	 * @return this builder
	 */
	public GatewayOptionsBuilder admissionCheck(AdmissionCheck admissionCheck) {
		this.admissionCheck = admissionCheck;
		return this;
	}

	/**
	 * Sets in how many namespaces there may be sockets for a client to open another one
	 * that a pattern of a backend matches. Default: 10 000.
	 * @param maxDynamicNamespaces positive
	 * @return this builder
	 */
	public GatewayOptionsBuilder maxDynamicNamespaces(int maxDynamicNamespaces) {
		this.maxDynamicNamespaces = maxDynamicNamespaces;
		return this;
	}

	/**
	 * Builds the options.
	 * @return the options
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public GatewayOptions build() {
		return new GatewayOptions(this.namespaces, this.backendWait, this.adoptionWait, this.maxWaitingConnects,
				this.maxUnhandledEvents, this.maxUnhandledBytes, this.maxUnhandledTotal, this.maxPendingAcks,
				this.maxSocketData, this.maxSocketDataTotal, this.maxDepartedSockets, this.namespaceLinger,
				this.admissionCheck, this.maxDynamicNamespaces);
	}

}
