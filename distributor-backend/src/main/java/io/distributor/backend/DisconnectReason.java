package io.distributor.backend;

import org.jspecify.annotations.Nullable;

/**
 * Why a socket ended.
 *
 * @param text reason as Socket.IO names it, such as {@code transport close}
 * @param description detail, or {@code null}
 */
public record DisconnectReason(String text, @Nullable String description) {

}
