/**
 * Tokens for who chats: issued here, and checked when a client connects.
 */
@NullMarked
package io.distributor.sample.chat.login;

import org.jspecify.annotations.NullMarked;
