package io.distributor.autoconfigure.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Plain HTTP in.
 *
 * @param enabled Whether the web server of a backend takes events by POST requests.
 * @param path Path of the requests, without a slash at its end.
 * @param token Secret of at least 32 characters that requests must have as their bearer
 * token. When unset, Spring Security has to authenticate them.
 * @param maxBodySize Largest body of a request.
 */
@ConfigurationProperties("distributor.rest")
@Validated
public record RestProperties(@DefaultValue("false") boolean enabled,
		@DefaultValue("/distributor") @Pattern(regexp = "(/[\\w.~-]+)+",
				message = "must begin with a slash and not end with one") String path,
		@Nullable @Size(min = 32) String token, @DefaultValue("1MB") DataSize maxBodySize) {

	@Override
	public String toString() {
		return "RestProperties[enabled=" + this.enabled + ", path=" + this.path + "]";
	}

}
