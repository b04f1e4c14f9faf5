package io.distributor.tests.security;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * What was logged as ERROR: leaks of Netty's buffers, and exceptions that nobody
 * expected.
 */
final class LeakReports extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final List<String> lines = new CopyOnWriteArrayList<>();

	LeakReports() {
		start();
		root().addAppender(this);
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	protected void append(ILoggingEvent event) {
		if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
			this.lines.add(event.getLoggerName() + ": " + event.getFormattedMessage());
		}
	}

	List<String> lines() {
		return this.lines;
	}

	@Override
	public void close() {
		root().detachAppender(this);
		stop();
	}

}
