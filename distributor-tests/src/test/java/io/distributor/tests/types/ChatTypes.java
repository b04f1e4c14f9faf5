package io.distributor.tests.types;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What the chat and its clients send.
 */
final class ChatTypes {

	private ChatTypes() {
	}

	record ChatMessage(long number, User from, String text, Instant time, @Nullable String edited, List<String> tags,
			Map<String, Integer> reactions, Optional<Color> color, Kind kind) {

	}

	record User(@JsonProperty("user_id") String id, String name, @JsonIgnore String secret) {

	}

	record Text(String text) {

	}

	record Question(String text) {

	}

	record Receipt(long number, @Nullable String note) {

	}

	record Page<T>(List<T> items, @Nullable Integer next) {

	}

	record Tree(String name, List<Tree> children) {

	}

	record Upload(String name, byte[] content) {

	}

	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Profile(String displayName, int postCount) {

	}

	record Move(int x, int y) {

	}

	enum Color {

		RED, GREEN

	}

	enum Kind {

		@JsonProperty("plain")
		PLAIN,

		@JsonProperty("loud")
		LOUD

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Circle.class, name = "circle"),
			@JsonSubTypes.Type(value = Square.class, name = "square") })
	sealed interface Shape permits Circle, Square {

	}

	record Circle(double radius) implements Shape {

	}

	record Square(double side) implements Shape {

	}

}
