package io.distributor.tests.reliability.load;

import java.io.IOException;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Understands what a server says on a websocket: Engine.IO 4, Socket.IO 5.
 */
final class PacketHandler extends SimpleChannelInboundHandler<TextWebSocketFrame> {

	private static final Logger logger = LoggerFactory.getLogger(PacketHandler.class);

	private static final JsonMapper MAPPER = new JsonMapper();

	private final LoadClient client;

	private final SocketLog log;

	PacketHandler(LoadClient client, SocketLog log) {
		this.client = client;
		this.log = log;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
		String text = frame.text();
		switch (text.charAt(0)) {
			case '0' -> reply(context, "40" + LoadClient.NAMESPACE + ",");
			case '2' -> reply(context, "3");
			case '4' -> packet(text.charAt(1), text.substring(text.indexOf(',') + 1));
			default -> logger.debug("Skipped {}", text);
		}
	}

	private static void reply(ChannelHandlerContext context, String text) {
		context.writeAndFlush(new TextWebSocketFrame(text));
	}

	private void packet(char type, String content) {
		switch (type) {
			case '0' -> this.client.onConnected(this.log, MAPPER.readTree(content).get("sid").stringValue());
			case '2' -> news(MAPPER.readTree(content));
			case '3' -> this.log.answered(Integer.parseInt(content.substring(0, content.indexOf('['))));
			default -> this.client.onEnd(this.log);
		}
	}

	private void news(JsonNode event) {
		this.log.heard(new News(event.get(1).stringValue(), event.get(2).stringValue(), event.get(3).longValue()));
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		this.client.onEnd(this.log);
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		if (!(cause instanceof IOException)) {
			logger.error("A client failed", cause);
		}
		context.close();
	}

}
