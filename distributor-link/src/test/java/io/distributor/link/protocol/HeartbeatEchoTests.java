package io.distributor.link.protocol;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeartbeatEchoTests {

	private final HeartbeatEcho echo = new HeartbeatEcho();

	@Test
	void measuresOneHeartbeatAtATime() {
		this.echo.heard();
		assertThat(this.echo.count()).isZero();
		this.echo.sent();
		this.echo.sent();
		this.echo.heard();
		this.echo.heard();
		assertThat(this.echo.count()).isOne();
		assertThat(this.echo.total(TimeUnit.NANOSECONDS)).isPositive();
	}

	@Test
	void forgetsWhatWasSentBeforeAnOutage() {
		this.echo.sent();
		this.echo.forget();
		this.echo.heard();
		assertThat(this.echo.count()).isZero();
	}

}
