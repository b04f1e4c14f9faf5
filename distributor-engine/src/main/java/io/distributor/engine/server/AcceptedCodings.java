package io.distributor.engine.server;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Which content codings a client accepts, and how gladly (RFC 9110, section 12.5.3).
 */
final class AcceptedCodings {

	private static final double UNSAID = -1;

	private double gzip = UNSAID;

	private double deflate = UNSAID;

	private double identity = UNSAID;

	private double others;

	private AcceptedCodings() {
	}

	/**
	 * Returns the coding that a client likes best.
	 * @param headers values of {@code Accept-Encoding} in its request
	 * @return the coding, or {@code null} if it accepts none or likes none as well as
	 * what is not compressed
	 */
	static @Nullable ContentCoding best(List<String> headers) {
		AcceptedCodings accepted = new AcceptedCodings();
		for (String header : headers) {
			for (String element : header.split(",", -1)) {
				accepted.add(element);
			}
		}
		return accepted.best();
	}

	private void add(String element) {
		int semicolon = element.indexOf(';');
		String coding = ((semicolon < 0) ? element : element.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
		double weight = (semicolon < 0) ? 1 : weight(element.substring(semicolon + 1).strip());
		switch (coding) {
			case "gzip", "x-gzip" -> this.gzip = weight;
			case "deflate" -> this.deflate = weight;
			case "identity" -> this.identity = weight;
			case "*" -> this.others = weight;
			default -> {
			}
		}
	}

	// What is no weight is not believed.
	private static double weight(String parameter) {
		if (!parameter.startsWith("q=") && !parameter.startsWith("Q=")) {
			return 0;
		}
		try {
			double weight = Double.parseDouble(parameter.substring(2));
			return (weight >= 0 && weight <= 1) ? weight : 0;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	private @Nullable ContentCoding best() {
		double forGzip = (this.gzip != UNSAID) ? this.gzip : this.others;
		double forDeflate = (this.deflate != UNSAID) ? this.deflate : this.others;
		double weight = Math.max(forGzip, forDeflate);
		if (weight == 0 || weight < this.identity) {
			return null;
		}
		return (forGzip == weight) ? ContentCoding.GZIP : ContentCoding.DEFLATE;
	}

}
