package io.distributor.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;

/**
 * One connection of the floor.
 */
final class FloorHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

	private static final String OPEN = "0{\"sid\":\"00000000000000000000\",\"upgrades\":[],"
			+ "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";

	private final List<FloorLoop> floors;

	private String binaryAnswer = "";

	FloorHandler(List<FloorLoop> floors) {
		this.floors = floors;
	}

	private FloorLoop floor(ChannelHandlerContext context) {
		return this.floors.stream()
			.filter((floor) -> floor.is(context.channel().eventLoop()))
			.findFirst()
			.orElseThrow();
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		if (event instanceof HandshakeComplete) {
			context.writeAndFlush(frame(context.alloc(), OPEN));
			floor(context).add(context.channel());
		}
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
		if (frame instanceof BinaryWebSocketFrame) {
			context.write(frame(context.alloc(), this.binaryAnswer), context.voidPromise());
			context.write(frame.retain());
			return;
		}
		String packet = frame.content().toString(StandardCharsets.UTF_8);
		if (packet.startsWith("40")) {
			context.write(frame(context.alloc(), "40{\"sid\":\"00000000000000000001\"}"), context.voidPromise());
		}
		else if (packet.startsWith("451-")) {
			int json = packet.indexOf('[');
			this.binaryAnswer = "461-" + packet.substring(4, json) + "[{\"_placeholder\":true,\"num\":0}]";
		}
		else if (packet.startsWith("42")) {
			event(context, packet, packet.indexOf('['));
		}
	}

	private void event(ChannelHandlerContext context, String packet, int json) {
		String rest = packet.substring(packet.indexOf(',', json) + 1);
		switch (packet.charAt(json + 2)) {
			case 'e' -> context.write(frame(context.alloc(), "43" + packet.substring(2, json) + "[" + rest),
					context.voidPromise());
			case 'j' -> {
				floor(context).join(context.channel(), rest.substring(1, rest.length() - 2));
				context.write(frame(context.alloc(), "43" + packet.substring(2, json) + "[true]"),
						context.voidPromise());
			}
			default -> publish(context, packet, json, rest);
		}
	}

	private void publish(ChannelHandlerContext context, String packet, int json, String rest) {
		boolean toRoom = packet.startsWith("[\"publishTo", json);
		String room = toRoom ? rest.substring(rest.lastIndexOf(',') + 2, rest.length() - 2) : "";
		floor(context).broadcast(frame(context.alloc(), "42[\"news\"," + rest), room);
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) {
		context.flush();
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		floor(context).remove(context.channel());
	}

	private static ByteBuf frame(ByteBufAllocator allocator, String text) {
		byte[] payload = text.getBytes(StandardCharsets.UTF_8);
		ByteBuf frame = allocator.buffer(4 + payload.length).writeByte(0x81);
		if (payload.length <= 125) {
			frame.writeByte(payload.length);
		}
		else {
			frame.writeByte(126).writeShort(payload.length);
		}
		return frame.writeBytes(payload);
	}

}
