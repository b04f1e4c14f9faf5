/**
 * When the roles start and stop with the application, and what others hear of it.
 */
@NullMarked
package io.distributor.lifecycle;

import org.jspecify.annotations.NullMarked;
