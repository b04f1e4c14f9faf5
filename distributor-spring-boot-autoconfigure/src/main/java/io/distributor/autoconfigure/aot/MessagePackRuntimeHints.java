package io.distributor.autoconfigure.aot;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;

/**
 * The library that writes frames chooses its buffers by their names.
 */
class MessagePackRuntimeHints implements RuntimeHintsRegistrar {

	private static final List<String> BUFFERS = List.of("org.msgpack.core.buffer.MessageBuffer",
			"org.msgpack.core.buffer.MessageBufferU", "org.msgpack.core.buffer.MessageBufferBE");

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		for (String buffer : BUFFERS) {
			hints.reflection()
				.registerTypeIfPresent(classLoader, buffer,
						(type) -> type.onReachableType(TypeReference.of("org.msgpack.core.MessagePack"))
							.withMembers(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS));
		}
	}

}
