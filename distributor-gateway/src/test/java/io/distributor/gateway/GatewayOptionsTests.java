package io.distributor.gateway;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GatewayOptionsTests {

	@Test
	void saysWhatWasGivenAndWhatWasExpected() {
		assertThatIllegalArgumentException().isThrownBy(() -> GatewayOptions.defaults().withNamespaces(Set.of("chat")))
			.withMessage("namespaces: chat (expected: to begin with a slash)");
		assertThatIllegalArgumentException().isThrownBy(() -> GatewayOptions.defaults().withBackendWait(Duration.ZERO))
			.withMessage("backendWait: PT0S (expected: > 0)");
	}

}
