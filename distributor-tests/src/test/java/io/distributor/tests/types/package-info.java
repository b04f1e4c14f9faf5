/**
 * Type definitions and documents for clients, checked by the tools that clients use.
 */
@NullMarked
package io.distributor.tests.types;

import org.jspecify.annotations.NullMarked;
