/**
 * Auto-configuration of plain HTTP in.
 */
@NullMarked
package io.distributor.autoconfigure.rest;

import org.jspecify.annotations.NullMarked;
