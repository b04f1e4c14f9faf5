/**
 * Java types as Jackson writes and reads them.
 */
@NullMarked
package io.distributor.contract.type;

import org.jspecify.annotations.NullMarked;
