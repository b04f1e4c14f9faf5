package io.distributor.tests.reliability.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a journal. Each entry is handed to the operating system before the method
 * returns, so that {@code kill -9} takes nothing away. May be used from any thread.
 */
public final class JournalWriter {

	private final FileChannel file;

	public JournalWriter(Path file) {
		try {
			this.file = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Writes an entry of this moment.
	 * @param kind what it tells of
	 * @param subject the socket or the room
	 * @param number the number
	 * @param text further text
	 */
	public synchronized void write(EntryKind kind, String subject, long number, String text) {
		String line = new JournalEntry(kind, JournalEntry.now(), subject, number, text).line();
		try {
			this.file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
