package io.distributor.autoconfigure;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/**
 * Matches when this process is to hear or to tell others on the same Redis.
 */
final class OnInteropCondition extends AnyNestedCondition {

	OnInteropCondition() {
		super(ConfigurationPhase.PARSE_CONFIGURATION);
	}

	@ConditionalOnBooleanProperty("distributor.interop.redis-emitter.enabled")
	static final class RedisEmitter {

	}

	@ConditionalOnBooleanProperty("distributor.interop.node-adapter.enabled")
	static final class NodeAdapter {

	}

}
