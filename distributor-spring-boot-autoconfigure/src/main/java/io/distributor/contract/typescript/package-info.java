/**
 * The contract in TypeScript.
 */
@NullMarked
package io.distributor.contract.typescript;

import org.jspecify.annotations.NullMarked;
