/**
 * Attacks: each row of {@code docs/attacks.md} has its test here or elsewhere.
 */
@NullMarked
package io.distributor.tests.security;

import org.jspecify.annotations.NullMarked;
