package io.distributor.autoconfigure;

import java.util.LinkedHashSet;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Others on the same Redis that speak a format of their own.
 *
 * @param maxMessageSize Largest message of others that is read.
 * @param queueSize Limit of what waits to be published for others.
 * @param redisEmitter Emitters: processes in any language that emit to clients of a
 * distributor.
 * @param nodeAdapter Node servers with Socket.IO's Redis adapter.
 */
@ConfigurationProperties("distributor.interop")
@Validated
public record InteropProperties(@DefaultValue("4MB") DataSize maxMessageSize, @DefaultValue("8MB") DataSize queueSize,
		@DefaultValue @Valid RedisEmitter redisEmitter, @DefaultValue @Valid NodeAdapter nodeAdapter) {

	/**
	 * Returns the keys under which a distributor hears others.
	 * @return the keys
	 */
	Set<String> heardKeys() {
		Set<String> keys = new LinkedHashSet<>();
		if (this.redisEmitter.enabled()) {
			keys.add(this.redisEmitter.key());
		}
		if (this.nodeAdapter.enabled()) {
			keys.add(this.nodeAdapter.key());
		}
		return keys;
	}

	/**
	 * Emitters.
	 *
	 * @param enabled Whether what emitters publish reaches the clients of a distributor.
	 * @param key Beginning of the names of the channels that emitters publish on.
	 */
	public record RedisEmitter(@DefaultValue("false") boolean enabled,
			@DefaultValue("socket.io") @NotBlank @Size(max = 64) String key) {

	}

	/**
	 * Node servers.
	 *
	 * @param enabled Whether Node servers and this fleet reach each other's clients. To
	 * be set for distributors and backends.
	 * @param key Beginning of the names of the channels that Node servers use.
	 */
	public record NodeAdapter(@DefaultValue("false") boolean enabled,
			@DefaultValue("socket.io") @NotBlank @Size(max = 64) String key) {

	}

}
