package io.distributor.engine;

import java.time.Duration;
import java.util.function.Consumer;

import io.distributor.engine.limit.Pace;
import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.NamespaceOptions;
import io.distributor.engine.protocol.socketio.DecoderLimits;
import io.distributor.engine.server.EngineOptions;
import io.distributor.engine.server.EngineOptionsBuilder;

/**
 * Builds {@link ServerOptions}. Not to be shared by threads.
 */
public final class ServerOptionsBuilder {

	/** Attachments of one packet may be sent in several messages. */
	private static final long PAYLOADS_PER_PACKET = 4;

	private final EngineOptionsBuilder engine = EngineOptions.builder().path("/socket.io/");

	private Duration connectTimeout = NamespaceOptions.DEFAULTS.connectTimeout();

	private int maxNamespaces = NamespaceOptions.DEFAULTS.maxNamespaces();

	private int maxRooms = NamespaceOptions.DEFAULTS.maxRooms();

	private long maxHeldBytes = NamespaceOptions.DEFAULTS.maxHeldBytes();

	private Duration attachmentTimeout = NamespaceOptions.DEFAULTS.attachmentTimeout();

	private long maxIncompleteBytes = NamespaceOptions.DEFAULTS.maxIncompleteBytes();

	private Pace events = NamespaceOptions.DEFAULTS.events();

	private Pace connects = NamespaceOptions.DEFAULTS.connects();

	private int maxAttachments = DecoderLimits.DEFAULTS.maxAttachments();

	private @Nullable Long maxAttachmentBytes;

	private int maxDepth = DecoderLimits.DEFAULTS.maxDepth();

	private int maxNumberLength = DecoderLimits.DEFAULTS.maxNumberLength();

	private int maxNameLength = DecoderLimits.DEFAULTS.maxNameLength();

	private int maxNamespaceLength = DecoderLimits.DEFAULTS.maxNamespaceLength();

	private Duration stopTimeout = Duration.ofSeconds(5);

	ServerOptionsBuilder() {
	}

	/**
	 * Options of the Engine.IO server below: port, path, heartbeat, TLS and more. The
	 * path is {@code /socket.io/} by default; for the others see
	 * {@link EngineOptionsBuilder}.
	 * @param change sets options; may be given several times
	 * @return this builder
	 */
	public ServerOptionsBuilder engine(Consumer<EngineOptionsBuilder> change) {
		change.accept(this.engine);
		return this;
	}

	/**
	 * How long a client may be without any namespace before its connection is closed. By
	 * default 45 s.
	 * @param connectTimeout the value
	 * @return this builder
	 */
	public ServerOptionsBuilder connectTimeout(Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
		return this;
	}

	/**
	 * Namespaces a client may be in on one connection. By default 64.
	 * @param maxNamespaces the value
	 * @return this builder
	 */
	public ServerOptionsBuilder maxNamespaces(int maxNamespaces) {
		this.maxNamespaces = maxNamespaces;
		return this;
	}

	/**
	 * Rooms a socket may be in beside that of its own id. By default 1 000.
	 * @param maxRooms the value
	 * @return this builder
	 */
	public ServerOptionsBuilder maxRooms(int maxRooms) {
		this.maxRooms = maxRooms;
		return this;
	}

	/**
	 * Bytes of packets held back for a socket that is still connecting. By default 1 000
	 * 000.
	 * @param maxHeldBytes the value
	 * @return this builder
	 */
	public ServerOptionsBuilder maxHeldBytes(long maxHeldBytes) {
		this.maxHeldBytes = maxHeldBytes;
		return this;
	}

	/**
	 * Time a client has to send all attachments of a packet. By default 30 s.
	 * @param attachmentTimeout the value
	 * @return this builder
	 */
	public ServerOptionsBuilder attachmentTimeout(Duration attachmentTimeout) {
		this.attachmentTimeout = attachmentTimeout;
		return this;
	}

	/**
	 * Bytes of packets with attachments that all clients together may have begun and not
	 * completed. By default 256 MiB. The engine has a limit of its own for messages.
	 * @param maxIncompleteBytes the value
	 * @return this builder
	 */
	public ServerOptionsBuilder maxIncompleteBytes(long maxIncompleteBytes) {
		this.maxIncompleteBytes = maxIncompleteBytes;
		return this;
	}

	/**
	 * How fast a socket may send events and acknowledgements; a client that is faster is
	 * read from more slowly. By default 1 000 a second and 2 000 at once.
	 * @param events the value
	 * @return this builder
	 */
	public ServerOptionsBuilder events(Pace events) {
		this.events = events;
		return this;
	}

	/**
	 * How fast a client may ask for namespaces; one that is faster is read from more
	 * slowly. By default 20 a second and 128 at once.
	 * @param connects the value
	 * @return this builder
	 */
	public ServerOptionsBuilder connects(Pace connects) {
		this.connects = connects;
		return this;
	}

	/**
	 * Binary attachments a packet of a client may have. By default 10.
	 * @param maxAttachments the value
	 * @return this builder
	 */
	public ServerOptionsBuilder maxAttachments(int maxAttachments) {
		this.maxAttachments = maxAttachments;
		return this;
	}

	/**
	 * Bytes of all attachments of a packet together. By default four times
	 * {@link EngineOptionsBuilder#maxPayload}.
	 * @param maxAttachmentBytes the value
	 * @return this builder
	 */
	public ServerOptionsBuilder maxAttachmentBytes(long maxAttachmentBytes) {
		this.maxAttachmentBytes = maxAttachmentBytes;
		return this;
	}

	/**
	 * Nesting depth of the JSON a client may send. By default 200.
	 * @param maxDepth the value
	 * @return this builder
	 */
	public ServerOptionsBuilder maxDepth(int maxDepth) {
		this.maxDepth = maxDepth;
		return this;
	}

	/**
	 * Characters of a JSON number a client may send. By default 1 000.
	 * @param maxNumberLength the value
	 * @return this builder
	 */
	public ServerOptionsBuilder maxNumberLength(int maxNumberLength) {
		this.maxNumberLength = maxNumberLength;
		return this;
	}

	/**
	 * Bytes of a JSON property name a client may send. By default 50 000.
	 * @param maxNameLength the value
	 * @return this builder
	 */
	public ServerOptionsBuilder maxNameLength(int maxNameLength) {
		this.maxNameLength = maxNameLength;
		return this;
	}

	/**
	 * Bytes of a namespace with its query string. By default 512.
	 * @param maxNamespaceLength the value
	 * @return this builder
	 */
	public ServerOptionsBuilder maxNamespaceLength(int maxNamespaceLength) {
		this.maxNamespaceLength = maxNamespaceLength;
		return this;
	}

	/**
	 * How long clients may take their leave when the server stops. By default 5 s.
	 * @param stopTimeout the value
	 * @return this builder
	 */
	public ServerOptionsBuilder stopTimeout(Duration stopTimeout) {
		this.stopTimeout = stopTimeout;
		return this;
	}

	/**
	 * Builds the options.
	 * @return the options
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public ServerOptions build() {
		EngineOptions engineOptions = this.engine.build();
		long attachmentBytes = (this.maxAttachmentBytes != null) ? this.maxAttachmentBytes
				: PAYLOADS_PER_PACKET * engineOptions.session().maxPayload();
		DecoderLimits limits = new DecoderLimits(this.maxAttachments, attachmentBytes, this.maxDepth,
				this.maxNumberLength, this.maxNameLength, this.maxNamespaceLength);
		NamespaceOptions namespaceOptions = new NamespaceOptions(this.connectTimeout, this.maxNamespaces, this.maxRooms,
				this.maxHeldBytes, this.attachmentTimeout, this.maxIncompleteBytes, this.events, this.connects, limits);
		return new ServerOptions(engineOptions, namespaceOptions, this.stopTimeout);
	}

}
