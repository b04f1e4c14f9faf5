package io.distributor.rest;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a request before its body is read.
 *
 * @param authorization the header {@code Authorization}, or {@code null}
 * @param authenticated whether the application knows who asks
 * @param json whether the body is said to be JSON
 * @param contentLength bytes of the body, -1 if it does not say
 */
record RestHead(@Nullable String authorization, boolean authenticated, boolean json, long contentLength) {

}
