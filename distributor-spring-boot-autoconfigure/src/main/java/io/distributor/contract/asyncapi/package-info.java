/**
 * The contract as an AsyncAPI document.
 */
@NullMarked
package io.distributor.contract.asyncapi;

import org.jspecify.annotations.NullMarked;
