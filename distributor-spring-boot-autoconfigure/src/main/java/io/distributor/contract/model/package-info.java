/**
 * The contract between clients and backend, in no language.
 */
@NullMarked
package io.distributor.contract.model;

import org.jspecify.annotations.NullMarked;
