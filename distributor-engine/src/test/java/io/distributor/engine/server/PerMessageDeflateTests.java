package io.distributor.engine.server;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of what is agreed on, by sentences of RFC 7692, section 7.1.
 */
class PerMessageDeflateTests {

	private static final String AGREED = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

	@ParameterizedTest
	@ValueSource(strings = { "permessage-deflate", "permessage-deflate; client_max_window_bits",
			"permessage-deflate;client_max_window_bits=8", "permessage-deflate; client_max_window_bits=\"15\"",
			"permessage-deflate; server_no_context_takeover; client_no_context_takeover",
			" permessage-deflate ; client_no_context_takeover ", "x-webkit-deflate-frame, permessage-deflate" })
	void keepsNoContextWhateverIsOffered(String offers) {
		assertThat(PerMessageDeflate.accept(List.of(offers))).isEqualTo(AGREED);
	}

	@Test
	void confirmsTheOnlyWindowThatItHas() {
		assertThat(PerMessageDeflate.accept(List.of("permessage-deflate; server_max_window_bits=15")))
			.isEqualTo(AGREED + "; server_max_window_bits=15");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",", ";", "permessage-deflate;", "permessage-bzip2", "permessage-deflatex",
			"permessage-deflate; server_max_window_bits=10", "permessage-deflate; server_max_window_bits",
			"permessage-deflate; server_max_window_bits=16", "permessage-deflate; client_max_window_bits=7",
			"permessage-deflate; client_max_window_bits=16", "permessage-deflate; client_max_window_bits=08",
			"permessage-deflate; client_max_window_bits=", "permessage-deflate; client_max_window_bits=\"",
			"permessage-deflate; client_max_window_bits; client_max_window_bits",
			"permessage-deflate; server_no_context_takeover; server_no_context_takeover",
			"permessage-deflate; server_no_context_takeover=1", "permessage-deflate; client_no_context_takeover=true",
			"permessage-deflate; level=9", "permessage-deflate; =", "client_max_window_bits" })
	void declinesWhatItCannotAccept(String offer) {
		assertThat(PerMessageDeflate.accept(List.of(offer))).isNull();
	}

	@Test
	void takesTheFirstOfferThatItCanAccept() {
		assertThat(
				PerMessageDeflate.accept(List.of("permessage-deflate; server_max_window_bits=9, permessage-deflate")))
			.isEqualTo(AGREED);
		assertThat(PerMessageDeflate
			.accept(List.of("permessage-deflate; unknown", "permessage-deflate; server_max_window_bits=15")))
			.startsWith(AGREED)
			.endsWith("=15");
		assertThat(PerMessageDeflate.accept(List.of())).isNull();
	}

}
