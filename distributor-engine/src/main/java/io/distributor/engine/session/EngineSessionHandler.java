package io.distributor.engine.session;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * What hears a session. All methods are called on the event loop of the session, one
 * after another, and must not block.
 */
public interface EngineSessionHandler {

	/**
	 * A text message arrived.
	 * @param text its UTF-8 bytes without the packet type, valid only during this call
	 */
	void onText(ByteBuf text);

	/**
	 * A binary message arrived.
	 * @param data its bytes, valid only during this call
	 */
	void onBinary(ByteBuf data);

	/**
	 * The session ended. Called exactly once, and last.
	 * @param reason why
	 * @param description detail, or {@code null}
	 */
	void onClose(CloseReason reason, @Nullable String description);

}
