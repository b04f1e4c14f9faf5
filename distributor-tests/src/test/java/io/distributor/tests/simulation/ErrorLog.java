package io.distributor.tests.simulation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Takes over the log while simulations run: what would be an ERROR in production breaks a
 * promise here, and the many lines about outages and homes are left out.
 */
final class ErrorLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.distributor");

	private final Level level = this.logger.getLevel();

	private final boolean additive = this.logger.isAdditive();

	private final Map<Thread, FleetRecord> records = new ConcurrentHashMap<>();

	ErrorLog() {
		this.logger.setLevel(Level.ERROR);
		this.logger.setAdditive(false);
		this.logger.addAppender(this);
		start();
	}

	/** Runs a simulation on this thread. */
	List<String> watch(FleetSimulation simulation) {
		this.records.put(Thread.currentThread(), simulation.record());
		try {
			return simulation.run();
		}
		finally {
			this.records.remove(Thread.currentThread());
		}
	}

	@Override
	protected void append(ILoggingEvent event) {
		FleetRecord record = this.records.get(Thread.currentThread());
		if (record != null) {
			IThrowableProxy cause = event.getThrowableProxy();
			record.broken("logged: " + event.getFormattedMessage()
					+ ((cause != null) ? " (" + cause.getClassName() + ": " + cause.getMessage() + ")" : ""));
		}
	}

	@Override
	public void close() {
		this.logger.detachAppender(this);
		this.logger.setAdditive(this.additive);
		this.logger.setLevel(this.level);
		stop();
	}

}
