package io.distributor.link.presence;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NamespacePatternTests {

	@Test
	void namesItsVariables() {
		assertThat(NamespacePattern.of("/workspace-{id}").variables("/workspace-7")).isEqualTo(Map.of("id", "7"));
		assertThat(NamespacePattern.of("/{tenant}/room-{room}/live").variables("/acme/room-a-b/live"))
			.isEqualTo(Map.of("tenant", "acme", "room", "a-b"));
		assertThat(NamespacePattern.of("/{a}-{b}").variables("/x--y")).isEqualTo(Map.of("a", "x", "b", "-y"));
		assertThat(NamespacePattern.of("/{tenant}/room-{room}/live").variableNames()).containsExactly("tenant", "room");
	}

	@ParameterizedTest
	@CsvSource({ "/workspace-{id}, /workspace-, false", "/workspace-{id}, /workspace-7/x, false",
			"/workspace-{id}, /workspace, false", "/workspace-{id}, /other, false", "/{a}.{b}, /a.b, true",
			"/{a}.{b}, /a., false", "/{a}.{b}, /.b, false", "/{a}/live, /x/live, true", "/{a}/live, /live, false",
			"/{a}, /ä, true", "/{a}, /a b, false", "/{a}, /{a}, false", "/{a}, /a?b, false", "/{a}aa, /aaa, true",
			"/{a}aa, /aa, false" })
	void matchesOneCharacterOrMoreButNoSlash(String pattern, String name, boolean matches) {
		assertThat(NamespacePattern.of(pattern).matches(name)).isEqualTo(matches);
	}

	@Test
	void matchesNoNameThatIsTooLongOrHasControlCharacters() {
		NamespacePattern pattern = NamespacePattern.of("/{a}");
		assertThat(pattern.matches("/" + "x".repeat(NamespacePattern.MAX_NAME_LENGTH - 1))).isTrue();
		assertThat(pattern.matches("/" + "x".repeat(NamespacePattern.MAX_NAME_LENGTH))).isFalse();
		assertThat(pattern.matches("/a\nb")).isFalse();
		assertThat(pattern.matches("/a\u202eb")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plain", "workspace-{id}", "/a-{", "/a-}", "/a-{b}}", "/a-{}", "/a-{b c}", "/{a}{b}",
			"/{a}-{a}", "/{a-{b}}" })
	void refusesWhatIsMalformed(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> NamespacePattern.of(text))
			.withMessageStartingWith("namespace: " + text + " (expected: ");
	}

	@ParameterizedTest
	@CsvSource({ "/a-{x}, /a-{y}, true", "/{x}-a, /b-{y}, true", "/{x}/a, /b/{y}, true", "/a-{x}, /b-{x}, false",
			"/{x}/ab, /{x}/cd, false", "/a-{x}, /ab-{x}, false", "/{x}a, /b{x}, true", "/{x}/a, /ba{x}, false" })
	void isAmbiguousWithOneThatSharesNamesAndHasAsMuchText(String first, String second, boolean ambiguous) {
		NamespacePattern one = NamespacePattern.of(first);
		NamespacePattern other = NamespacePattern.of(second);
		assertThat(one.isAmbiguousWith(other)).isEqualTo(ambiguous);
		assertThat(other.isAmbiguousWith(one)).isEqualTo(ambiguous);
	}

	@Test
	void countsLessThanANameAndThanAPatternWithMoreText() {
		OwnedNamespaces owned = OwnedNamespaces
			.of(Set.of("/chat", "/workspace-7", "/workspace-{id}", "/workspace-x{id}", "/{any}", "/broken-{"));
		assertThat(List.of("/chat", "/workspace-7", "/workspace-8", "/workspace-xy", "/x", "/broken-1"))
			.extracting(owned::owner)
			.containsExactly("/chat", "/workspace-7", "/workspace-{id}", "/workspace-x{id}", "/{any}", "/{any}");
		assertThat(owned.owns("/a/b")).isFalse();
		assertThat(OwnedNamespaces.NONE.owns("/chat")).isFalse();
	}

}
