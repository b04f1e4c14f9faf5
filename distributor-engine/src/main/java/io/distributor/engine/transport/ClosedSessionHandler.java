package io.distributor.engine.transport;

import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineSessionHandler;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Hears a session that could not be opened, and does nothing.
 */
enum ClosedSessionHandler implements EngineSessionHandler {

	INSTANCE;

	@Override
	public void onText(ByteBuf text) {
	}

	@Override
	public void onBinary(ByteBuf data) {
	}

	@Override
	public void onClose(CloseReason reason, @Nullable String description) {
	}

}
