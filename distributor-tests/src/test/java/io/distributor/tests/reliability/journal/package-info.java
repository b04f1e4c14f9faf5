/**
 * What backend processes did, written so that it survives their end.
 */
@NullMarked
package io.distributor.tests.reliability.journal;

import org.jspecify.annotations.NullMarked;
