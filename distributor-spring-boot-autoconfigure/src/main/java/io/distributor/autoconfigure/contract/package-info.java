/**
 * How the contract with clients is got: endpoints, and files of a build.
 */
@NullMarked
package io.distributor.autoconfigure.contract;

import org.jspecify.annotations.NullMarked;
