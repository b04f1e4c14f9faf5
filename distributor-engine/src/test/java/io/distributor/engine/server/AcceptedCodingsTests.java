package io.distributor.engine.server;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@code Accept-Encoding}, by sentences of RFC 9110, section 12.5.3.
 */
class AcceptedCodingsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "gzip, deflate, br|GZIP", "deflate|DEFLATE", "GZip|GZIP", "x-gzip|GZIP", "*|GZIP",
					"gzip;q=0, *|DEFLATE", "deflate, *;q=0.1|DEFLATE", "gzip;q=0.5, deflate;q=0.8|DEFLATE",
					"gzip ; q=0.001|GZIP", "identity;q=0.5, gzip|GZIP", "*;q=0, gzip|GZIP", "gzip;Q=0.3|GZIP" })
	void choosesWhatTheClientLikesBest(String header, ContentCoding coding) {
		assertThat(AcceptedCodings.best(List.of(header))).isEqualTo(coding);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "br, zstd", "identity", "gzip;q=0", "gzip;q=0, deflate;q=0", "*;q=0",
			"identity, gzip;q=0.9", "gzip;q=", "gzip;q=2", "gzip;q=-1", "gzip;q=NaN", "gzip;level=9", ";;,,;q=1",
			"gzipx" })
	void sendsTheRestAsItIs(String header) {
		assertThat(AcceptedCodings.best(List.of(header))).isNull();
	}

	@Test
	void readsAllHeaders() {
		assertThat(AcceptedCodings.best(List.of("br", "deflate"))).isEqualTo(ContentCoding.DEFLATE);
		assertThat(AcceptedCodings.best(List.of())).isNull();
	}

}
