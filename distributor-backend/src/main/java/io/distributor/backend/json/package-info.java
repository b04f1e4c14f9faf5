/**
 * Arguments between Java and JSON with binary attachments.
 */
@NullMarked
package io.distributor.backend.json;

import org.jspecify.annotations.NullMarked;
