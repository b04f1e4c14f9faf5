package io.distributor.backend.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;

/**
 * Elements of a JSON array, found once and read when asked for.
 */
interface ArgumentSource {

	int size();

	boolean isNull(int index);

	@Nullable Object read(int index, ObjectReader reader);

}
