/**
 * A backend instance: its options, its life, and its end of the link.
 */
@NullMarked
package io.distributor.backend.instance;

import org.jspecify.annotations.NullMarked;
