package io.distributor.backend.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.util.JsonGeneratorDelegate;

/**
 * Keeps what is written as binary, and writes a placeholder in its place. It sits below
 * every serializer, so binary is found wherever it stands. One thread, one payload.
 */
final class BinaryExtractor extends JsonGeneratorDelegate {

	private final List<byte[]> attachments = new ArrayList<>(0);

	BinaryExtractor(JsonGenerator delegate) {
		super(delegate, false);
	}

	List<byte[]> attachments() {
		return this.attachments;
	}

	@Override
	public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
		// A copy: the caller may reuse its array while the payload is still under way.
		writePlaceholder(Arrays.copyOfRange(data, offset, offset + length));
		return this;
	}

	@Override
	public int writeBinary(Base64Variant variant, InputStream data, int length) {
		try {
			byte[] bytes = (length >= 0) ? data.readNBytes(length) : data.readAllBytes();
			writePlaceholder(bytes);
			return bytes.length;
		}
		catch (IOException ex) {
			throw JacksonIOException.construct(ex, this);
		}
	}

	private void writePlaceholder(byte[] attachment) {
		this.delegate.writeStartObject();
		this.delegate.writeName(Placeholder.MARK);
		this.delegate.writeBoolean(true);
		this.delegate.writeName(Placeholder.NUMBER);
		this.delegate.writeNumber(this.attachments.size());
		this.delegate.writeEndObject();
		this.attachments.add(attachment);
	}

}
