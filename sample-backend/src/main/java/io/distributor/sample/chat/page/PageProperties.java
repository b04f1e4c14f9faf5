package io.distributor.sample.chat.page;

import java.net.URI;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the page is told.
 *
 * @param distributors Addresses of the distributors as browsers reach them. When empty,
 * the one in this process.
 */
@ConfigurationProperties("chat")
record PageProperties(@DefaultValue List<URI> distributors) {

}
