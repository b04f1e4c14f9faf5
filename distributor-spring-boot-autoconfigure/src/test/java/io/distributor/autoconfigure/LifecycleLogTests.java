package io.distributor.autoconfigure;

import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lines an operator finds in the log, as {@code docs/operations.md} lists them.
 */
@ExtendWith(OutputCaptureExtension.class)
class LifecycleLogTests {

	@Test
	void tellsTheLifeOfAStandaloneInOneLineEach(CapturedOutput output) {
		ConfigurableApplicationContext context = Applications.standalone();
		int port = Applications.port(context);
		Awaitility.await().untilAsserted(() -> assertThat(output).contains("Namespace /chat has a backend"));
		context.close();
		assertThat(lines(output)).containsSubsequence("Backend N owns [/chat]", "Distributor N listens on port " + port,
				"Leaving with 0 sockets, in 2 s at most",
				"Distributor N leaves with 0 sockets still connected and 0 not handled to their end",
				"Backend N drains 0 sockets", "Backend N has left with 0 sockets not handed over");
	}

	private static List<String> lines(CapturedOutput output) {
		return output.getAll()
			.lines()
			.map((line) -> line.replaceFirst("^.* : ", "").replaceFirst(" [\\w-]{12} ", " N "))
			.toList();
	}

}
