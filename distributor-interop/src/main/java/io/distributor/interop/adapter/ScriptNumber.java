package io.distributor.interop.adapter;

import java.math.BigDecimal;

/**
 * Writes numbers as JavaScript does.
 */
final class ScriptNumber {

	/** From here on JavaScript writes an exponent. */
	private static final int MAX_PLAIN_DIGITS = 21;

	/** As many zeros JavaScript writes behind the point before it takes an exponent. */
	private static final int MAX_PLAIN_ZEROS = 6;

	private ScriptNumber() {
	}

	/**
	 * Writes a number.
	 * @param value the number, finite
	 * @return its text
	 */
	static String text(double value) {
		if (value == 0) {
			return "0";
		}
		BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
		int point = decimal.precision() - decimal.scale();
		if (point > -MAX_PLAIN_ZEROS && point <= MAX_PLAIN_DIGITS) {
			return decimal.toPlainString();
		}
		String digits = decimal.unscaledValue().abs().toString();
		String fraction = (digits.length() > 1) ? "." + digits.substring(1) : "";
		int exponent = point - 1;
		return ((value < 0) ? "-" : "") + digits.charAt(0) + fraction + "e" + ((exponent > 0) ? "+" : "") + exponent;
	}

}
