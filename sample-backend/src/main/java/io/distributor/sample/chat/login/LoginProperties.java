package io.distributor.sample.chat.login;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How users log in.
 *
 * @param secret Secret that signs tokens, 32 characters or more, the same for all
 * processes of the chat. When missing, one that only this process knows.
 * @param validity How long a token lets its user in.
 */
@ConfigurationProperties("chat.login")
record LoginProperties(@Nullable String secret, @DefaultValue("1h") Duration validity) {

}
