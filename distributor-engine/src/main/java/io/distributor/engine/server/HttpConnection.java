package io.distributor.engine.server;

import java.io.IOException;

import io.distributor.engine.limit.BacklogEntry;
import io.distributor.engine.limit.Limit;
import io.distributor.engine.transport.Deadline;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection as long as it speaks HTTP: collects requests within limits of size and
 * time, and takes care that each is answered. One request is handled at a time; a client
 * that sends the next one before it has the answer gets that answer, a refusal, and the
 * end of the connection.
 */
final class HttpConnection extends ChannelInboundHandlerAdapter {

	private static final Logger logger = LoggerFactory.getLogger(HttpConnection.class);

	private static final String TEXT = "text/plain";

	private final RequestRouter router;

	private final HttpOptions options;

	private final HttpDeadlines deadlines;

	private final Channel channel;

	private final Deadline deadline = new ReceivingDeadline();

	private @Nullable RequestExchange current;

	/** The address this connection is counted with until its first request. */
	private @Nullable String silentAddress;

	private @Nullable ChannelFuture answer;

	private boolean served;

	private boolean pipelined;

	private boolean closing;

	HttpConnection(Channel channel, RequestRouter router, HttpOptions options, HttpDeadlines deadlines) {
		this.channel = channel;
		this.router = router;
		this.options = options;
		this.deadlines = deadlines;
	}

	Channel channel() {
		return this.channel;
	}

	RequestRouter router() {
		return this.router;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext ctx) {
		this.deadlines.requests().add(this.deadline);
		String address = this.router.clients().ownAddress(this.channel.remoteAddress());
		if (this.router.silent().add(address)) {
			this.silentAddress = address;
		}
		else {
			this.channel.close();
		}
	}

	private void stopSilence() {
		if (this.silentAddress != null) {
			this.router.silent().remove(this.silentAddress);
			this.silentAddress = null;
		}
	}

	@Override
	public void handlerRemoved(ChannelHandlerContext ctx) {
		stopSilence();
		this.deadline.cancel();
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		try {
			if (message instanceof HttpRequest request && !this.closing) {
				onRequest(request);
			}
			if (message instanceof HttpContent content && this.current != null && !this.pipelined) {
				onContent(this.current, content);
			}
		}
		finally {
			ReferenceCountUtil.release(message);
		}
	}

	private void onRequest(HttpRequest request) {
		if (this.current != null) {
			if (!this.pipelined) {
				this.pipelined = true;
				this.router.limits().count(Limit.PIPELINED_REQUEST);
			}
			this.channel.config().setAutoRead(false);
			return;
		}
		this.served = true;
		stopSilence();
		this.deadlines.requests().add(this.deadline);
		int refusal = refusal(request);
		if (refusal > 0) {
			refuse(refusal);
			return;
		}
		RequestExchange exchange = exchange(request);
		if (exchange == null) {
			refuse(400);
			return;
		}
		this.current = exchange;
		exchange.setHandler(this.router.route(exchange));
		if (!exchange.isAnswered() && HttpUtil.getContentLength(request, 0L) > this.router.maxBody()) {
			exchange.refuseLength();
		}
		else if (!exchange.isAnswered() && HttpUtil.is100ContinueExpected(request)) {
			this.channel.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE,
					Unpooled.EMPTY_BUFFER));
		}
	}

	private int refusal(HttpRequest request) {
		Throwable cause = request.decoderResult().cause();
		if (cause instanceof TooLongHttpLineException) {
			this.router.limits().count(Limit.HEADERS);
			return HttpResponseStatus.REQUEST_URI_TOO_LONG.code();
		}
		if (cause instanceof TooLongHttpHeaderException || request.headers().size() > this.options.maxHeaders()) {
			this.router.limits().count(Limit.HEADERS);
			return HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE.code();
		}
		return (cause != null) ? HttpResponseStatus.BAD_REQUEST.code() : 0;
	}

	private @Nullable RequestExchange exchange(HttpRequest request) {
		try {
			return new RequestExchange(this, request);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private void onContent(RequestExchange exchange, HttpContent content) {
		if (content.decoderResult().isFailure()) {
			exchange.cancel();
			this.current = null;
			refuse(400);
			return;
		}
		exchange.append(content.content(), this.router.maxBody());
		if (content instanceof LastHttpContent) {
			this.deadline.cancel();
			exchange.complete();
			if (exchange.isAnswered()) {
				finish(exchange);
			}
		}
	}

	/**
	 * Answers a request. May be called from any thread.
	 * @param exchange the request
	 * @param status HTTP status
	 * @param contentType media type of the body
	 * @param body the body, released in any case
	 */
	void respond(RequestExchange exchange, int status, String contentType, ByteBuf body) {
		if (!this.channel.eventLoop().inEventLoop()) {
			this.channel.eventLoop().execute(() -> respond(exchange, status, contentType, body));
			return;
		}
		if (this.current != exchange || exchange.isAnswered()) {
			body.release();
			return;
		}
		exchange.setAnswered();
		FullHttpResponse response = this.router.compress(exchange, response(status, contentType, body));
		this.router.addHeaders(exchange, response.headers());
		boolean keepAlive = exchange.isKeepAlive() && !this.pipelined && !this.router.isDraining();
		this.closing = !keepAlive;
		HttpUtil.setKeepAlive(response, keepAlive);
		this.answer = this.channel.writeAndFlush(response);
		if (exchange.isComplete()) {
			finish(exchange);
		}
	}

	// A body that is still on its way is read to its end, or until its time is over: to
	// close before that would reset the connection and the client never saw the answer.
	// A request is over when its answer is written: else answers would pile up for a
	// client that goes on asking and reads none.
	private void finish(RequestExchange exchange) {
		if (this.current != exchange) {
			return;
		}
		if (this.answer != null && !this.answer.isDone()) {
			finishLater(exchange, this.answer);
			return;
		}
		this.answer = null;
		this.current = null;
		if (this.pipelined) {
			refuse(400);
		}
		else if (this.closing) {
			this.channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
		}
		else {
			this.deadlines.idle().add(this.deadline);
		}
	}

	private void finishLater(RequestExchange exchange, ChannelFuture written) {
		this.deadlines.idle().add(this.deadline);
		BacklogEntry unread = new UnreadAnswer(this.channel, this.router.backlog(this.channel.eventLoop()));
		unread.measure();
		written.addListener((done) -> {
			unread.measure();
			finish(exchange);
		});
	}

	private void refuse(int status) {
		this.closing = true;
		FullHttpResponse response = response(status, TEXT, Unpooled.EMPTY_BUFFER);
		HttpUtil.setKeepAlive(response, false);
		this.channel.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
	}

	private FullHttpResponse response(int status, String contentType, ByteBuf body) {
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.valueOf(status), body);
		response.headers()
			.set(HttpHeaderNames.CONTENT_TYPE, contentType)
			.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
		this.router.responseHeaders().addConfigured(response.headers());
		if (status != HttpResponseStatus.NO_CONTENT.code() && status != HttpResponseStatus.NOT_MODIFIED.code()) {
			response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
		}
		return response;
	}

	/**
	 * Ends HTTP on this connection with the answer to a WebSocket handshake, and leaves
	 * only TLS in the pipeline, and what was added behind HTTP. The answer is written,
	 * not flushed: what comes at once behind it goes with it.
	 * @param exchange the handshake
	 * @param response the answer
	 */
	void switchProtocols(RequestExchange exchange, FullHttpResponse response) {
		exchange.setAnswered();
		this.current = null;
		this.router.responseHeaders().addConfigured(response.headers());
		this.channel.write(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
		this.channel.pipeline().remove(HttpServerCodec.class);
		this.channel.pipeline().remove(this);
	}

	/**
	 * Passes on a piece of an answer that another server gives; the last one ends it. To
	 * be called on the event loop of the connection.
	 * @param exchange the request
	 * @param piece the piece, released in any case
	 */
	void relay(RequestExchange exchange, HttpObject piece) {
		if (this.current != exchange || exchange.isAnswered()) {
			ReferenceCountUtil.release(piece);
			return;
		}
		if (piece instanceof HttpResponse head) {
			boolean keepAlive = exchange.isKeepAlive() && !this.pipelined && !this.router.isDraining();
			this.closing = !keepAlive;
			HttpUtil.setKeepAlive(head, keepAlive);
		}
		boolean last = piece instanceof LastHttpContent;
		ChannelFuture written = this.channel.write(piece);
		if (last) {
			exchange.setAnswered();
			this.answer = written;
			this.channel.flush();
			finish(exchange);
		}
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		if (this.current != null) {
			this.current.writabilityChanged();
		}
	}

	/**
	 * The connection is about to move to another event loop: nothing of it may stay here.
	 */
	void leaveLoop() {
		this.deadline.cancel();
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		stopSilence();
		this.deadline.cancel();
		this.closing = true;
		if (this.current != null) {
			this.current.cancel();
			this.current = null;
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		if (cause instanceof IOException || cause instanceof DecoderException) {
			logger.debug("Connection failed", cause);
		}
		else {
			logger.error("A request could not be handled, its connection is closed", cause);
		}
		ctx.close();
	}

	private void countIfLate() {
		boolean receiving = this.current != null || !this.served;
		if (receiving) {
			this.router.limits().count(Limit.REQUEST_TIME);
		}
	}

	private final class ReceivingDeadline extends Deadline {

		@Override
		protected void onExpired() {
			countIfLate();
			RequestExchange late = HttpConnection.this.current;
			if (late != null && !late.isAnswered()) {
				late.cancel();
				HttpConnection.this.current = null;
				refuse(HttpResponseStatus.REQUEST_TIMEOUT.code());
			}
			else {
				HttpConnection.this.channel.close();
			}
		}

	}

}
