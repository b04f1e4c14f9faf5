/**
 * The distributor: joins the Socket.IO server with the link. It is the only authority on
 * the sockets it holds: it decides whom to admit, chooses their homes, and passes on what
 * they say and hear.
 */
@NullMarked
package io.distributor.gateway;

import org.jspecify.annotations.NullMarked;
