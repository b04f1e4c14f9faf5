package io.distributor.autoconfigure;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The link between distributors and backends. All processes of a fleet need the same.
 *
 * @param prefix Beginning of the names of all Redis channels. Fleets that share a Redis
 * need different ones.
 * @param heartbeat Interval of the heartbeats.
 * @param deadAfter Silence after which another process is taken for dead. More than twice
 * the heartbeat.
 * @param stalledAfter Time without any acknowledgement after which another process that
 * is still heard is taken for dead. Best a multiple of deadAfter.
 * @param settle Time to hear of the other processes after the link came up.
 * @param queueSize Limit of what waits to be published.
 * @param logSize Limit of what is kept for one process until it acknowledges it. Messages
 * that may be dropped are dropped from half of it.
 * @param heldSize Limit of what is held back of one process because something before it
 * is missing.
 * @param secret Secret that frames are signed with, at least 32 characters. When unset,
 * they are not signed, and everything on the channels is believed.
 * @param acceptedSecret Another secret that frames of others may be signed with, while
 * secrets are changed.
 * @param signatureMaxAge How much the clocks of two processes may differ. Older frames
 * are dropped. Heeded with a secret only.
 * @param closeTimeout Longest wait for acknowledgements of what was sent, on shutdown.
 */
@ConfigurationProperties("distributor.link")
@Validated
public record LinkProperties(@DefaultValue("distributor") @NotBlank @Size(max = 64) String prefix,
		@DefaultValue("1s") @DurationMin(millis = 10) Duration heartbeat,
		@DefaultValue("5s") @DurationMin(millis = 20) Duration deadAfter,
		@DefaultValue("10s") @DurationMin(millis = 1) Duration stalledAfter,
		@DefaultValue("1s") @DurationMin Duration settle, @DefaultValue("32MB") DataSize queueSize,
		@DefaultValue("32MB") DataSize logSize, @DefaultValue("8MB") DataSize heldSize,
		@Nullable @Size(min = 32) String secret, @Nullable @Size(min = 32) String acceptedSecret,
		@DefaultValue("1m") @DurationMin(millis = 1) Duration signatureMaxAge,
		@DefaultValue("2s") @DurationMin Duration closeTimeout) {

	@Override
	public String toString() {
		return "LinkProperties[prefix=" + this.prefix + "]";
	}

}
