package io.distributor.engine.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.EngineSessionHandler;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.transport.EngineCounters;
import io.distributor.engine.transport.OpenCount;
import io.distributor.engine.transport.SessionBounds;
import io.distributor.engine.transport.Sessions;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Bytes of a connection on which a session is polling: requests, and frames after a
 * WebSocket handshake. In the input {@value #SID} stands for the id of the session.
 */
public final class HttpTarget {

	static final String SID = "SSSSSSSSSSSSSSSSSSSSSSSS";

	private static final String HANDSHAKE = "GET /engine.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: a\r\n\r\n";

	private static final EngineOptions OPTIONS = EngineOptions.builder()
		.allowRevision3(true)
		.maxPayload(1_000)
		.maxPacketsPerPayload(10)
		.maxFragments(5)
		.maxOutboundBytes(5_000)
		.http((http) -> http.maxHeaders(20).livenessPath("/live"))
		.build();

	/** What somebody would have to look at. */
	private static final AtomicReference<@Nullable String> ERROR = new AtomicReference<>();

	static {
		UnsynchronizedAppenderBase<ILoggingEvent> appender = new UnsynchronizedAppenderBase<>() {

			@Override
			protected void append(ILoggingEvent line) {
				if (line.getLevel().isGreaterOrEqual(Level.ERROR)) {
					ERROR.set(line.getFormattedMessage());
				}
			}

		};
		appender.start();
		Logger logger = (Logger) LoggerFactory.getLogger("io.distributor.engine");
		logger.addAppender(appender);
	}

	private HttpTarget() {
	}

	public static void fuzzerTestOneInput(byte[] input) {
		ERROR.set(null);
		EmbeddedChannel channel = open();
		channel.writeInbound(Unpooled.copiedBuffer(HANDSHAKE, StandardCharsets.US_ASCII));
		String sid = EchoServer.sid(written(channel));
		String text = new String(input, StandardCharsets.ISO_8859_1).replace(SID, sid);
		channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.ISO_8859_1));
		written(channel);
		channel.finishAndReleaseAll();
		channel.checkException();
		if (ERROR.get() != null) {
			throw new AssertionError(ERROR.get());
		}
	}

	private static EmbeddedChannel open() {
		EmbeddedChannel channel = new EmbeddedChannel();
		EngineCounters counters = new EngineCounters(SessionBounds.of(OPTIONS.session()));
		Sessions sessions = new Sessions(OPTIONS.session(), Echo::new, counters, channel.eventLoop(), "");
		Clients clients = new Clients(OPTIONS.http().proxies(), false);
		RequestRouter router = new RequestRouter(OPTIONS, sessions, counters, clients, UnknownSessions.NOWHERE);
		channel.pipeline()
			.addLast(new ConnectionInitializer(OPTIONS, router, sessions, channel.eventLoop(), new OpenCount()));
		return channel;
	}

	private static String written(EmbeddedChannel channel) {
		StringBuilder written = new StringBuilder();
		for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
			written.append(part.toString(StandardCharsets.ISO_8859_1));
			part.release();
		}
		return written.toString();
	}

	private record Echo(EngineSession session) implements EngineSessionHandler {

		@Override
		public void onText(ByteBuf text) {
			this.session.send(new OutboundMessage(ByteBufUtil.getBytes(text), List.of(), false));
		}

		@Override
		public void onBinary(ByteBuf data) {
			this.session.send(new OutboundMessage(null, List.of(ByteBufUtil.getBytes(data)), true));
		}

		@Override
		public void onClose(CloseReason reason, @Nullable String description) {
		}

	}

}
