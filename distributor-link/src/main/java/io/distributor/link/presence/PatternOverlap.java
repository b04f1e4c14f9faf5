package io.distributor.link.presence;

/**
 * Whether two patterns of namespaces have a name in common. Each is taken for a row of
 * characters, of which {@link #ANY} stands for any one but a slash and {@link #MORE} for
 * any number of such.
 */
final class PatternOverlap {

	private static final char ANY = 0;

	private static final char MORE = 1;

	private final String first;

	private final String second;

	PatternOverlap(String first, String second) {
		this.first = row(first);
		this.second = row(second);
	}

	private static String row(String pattern) {
		StringBuilder row = new StringBuilder();
		for (int i = 0; i < pattern.length(); i++) {
			if (pattern.charAt(i) == '{') {
				row.append(ANY).append(MORE);
				i = pattern.indexOf('}', i);
			}
			else {
				row.append(pattern.charAt(i));
			}
		}
		return row.toString();
	}

	/** Goes from the ends to the beginnings, so each pair of rests is looked at once. */
	boolean exists() {
		boolean[][] overlap = new boolean[this.first.length() + 1][this.second.length() + 1];
		for (int i = this.first.length(); i >= 0; i--) {
			for (int j = this.second.length(); j >= 0; j--) {
				overlap[i][j] = overlap(i, j, overlap);
			}
		}
		return overlap[0][0];
	}

	private boolean overlap(int i, int j, boolean[][] rests) {
		boolean firstEnds = i == this.first.length();
		boolean secondEnds = j == this.second.length();
		if (firstEnds && secondEnds) {
			return true;
		}
		if (!firstEnds && this.first.charAt(i) == MORE) {
			return rests[i + 1][j] || !secondEnds && isNoSlash(this.second.charAt(j)) && rests[i][j + 1];
		}
		if (!secondEnds && this.second.charAt(j) == MORE) {
			return rests[i][j + 1] || !firstEnds && isNoSlash(this.first.charAt(i)) && rests[i + 1][j];
		}
		return !firstEnds && !secondEnds && fit(this.first.charAt(i), this.second.charAt(j)) && rests[i + 1][j + 1];
	}

	private static boolean isNoSlash(char c) {
		return c != '/';
	}

	private static boolean fit(char first, char second) {
		return first == second || first == ANY && isNoSlash(second) || second == ANY && isNoSlash(first);
	}

}
