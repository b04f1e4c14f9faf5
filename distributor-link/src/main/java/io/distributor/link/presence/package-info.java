/**
 * Who is there: nodes, their heartbeats and goodbyes.
 */
@NullMarked
package io.distributor.link.presence;

import org.jspecify.annotations.NullMarked;
