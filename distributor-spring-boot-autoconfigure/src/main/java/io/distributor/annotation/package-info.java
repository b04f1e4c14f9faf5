/**
 * Annotations for beans that handle what clients do.
 */
@NullMarked
package io.distributor.annotation;

import org.jspecify.annotations.NullMarked;
