/**
 * Plain HTTP in: emits and requests of processes that speak neither Socket.IO nor Redis,
 * in the web server of a backend.
 */
@NullMarked
package io.distributor.rest;

import org.jspecify.annotations.NullMarked;
