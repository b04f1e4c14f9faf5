package io.distributor.contract;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.distributor.annotation.OnEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What types look like in TypeScript: as Jackson writes and reads them.
 */
class TypeDefinitionTests {

	@Test
	void followsSerializers() {
		assertThat(sent(ScalarEvents.class)).contains("""
				export interface Scalars {
				  flag: boolean;
				  small: number;
				  large: number;
				  fraction: number;
				  letter: string;
				  text: string;
				  id: string;
				  address: string;
				  at: string;
				  day: string;
				  took: string;
				  bytes: Binary;
				  tree: unknown;
				  any: unknown;
				  kind: Kind;
				  list: string[];
				  set: Kind[];
				  array: number[];
				  map: { [key: string]: Instance[] };
				  maybe: string | null;
				  maybeNumber: number | null;
				}
				""".replace("Instance[]", "string[]")).contains("export type Kind = \"loud\" | \"shh\";\n");
	}

	@Test
	void followsTheSettingsOfTheMapper() {
		JsonMapper mapper = JsonMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
			.build();
		assertThat(new Contracts(mapper).events("/chat", NamedEvents.class).typeScript()).contains("""
				export interface Named {
				  display_name: string;
				  "as-annotated": number;
				  at: number;
				  text: string;
				}
				""");
	}

	@Test
	void tellsWhatMayBeNullOrMissing() {
		assertThat(sent(NullableEvents.class)).contains("""
				export interface Nullables {
				  always: string;
				  orNull: string | null;
				  orMissing?: string;
				  either?: string | null;
				}
				""");
		assertThat(Contracts.create().handlers("/chat", NullableHandlers.class).typeScript()).contains("""
				export interface Nullables {
				  always: string;
				  orNull?: string | null;
				  orMissing: string;
				  either?: string | null;
				}
				""");
	}

	@Test
	void takesWhatIsOnlyReadForInputAndWhatIsOnlyWrittenForOutput() {
		assertThat(sent(AccountEvents.class)).contains("""
				export interface Account {
				  name: string;
				  number: number;
				}
				""");
		assertThat(Contracts.create().handlers("/chat", AccountHandlers.class).typeScript()).contains("""
				export interface Account {
				  name: string;
				  password: string;
				}
				""");
		assertThat(Contracts.create()
			.events("/chat", AccountEvents.class)
			.handlers("/chat", AccountHandlers.class)
			.typeScript()).contains("""
					export interface Account {
					  name: string;
					  number?: number;
					  password?: string;
					}
					""");
	}

	@Test
	void readsBeansWithoutGetters() {
		assertThat(Contracts.create().handlers("/chat", OnlySettersHandlers.class).typeScript()).contains("""
				export interface OnlySetters {
				  text: string;
				}
				""");
	}

	@Test
	void describesUnions() {
		assertThat(sent(ShapeEvents.class)).contains("export type Shape = Circle | Square;\n", """
				export interface Circle {
				  type: "circle";
				  radius: number;
				}
				""", """
				export interface Square {
				  type: "square";
				  side: number;
				}
				""", "export type Plain = One | Two;\n");
	}

	@Test
	void describesGenericAndRecursiveTypes() {
		assertThat(sent(GenericEvents.class)).contains("""
				export interface PageOfTree {
				  items: Tree[];
				  next: PageOfTree | null;
				}
				""", """
				export interface Tree {
				  name: string;
				  children: Tree[];
				}
				""", "pages: (pages: PageOfString[]) => void;", "inherited: (value: Tree) => void;");
	}

	@Test
	void givesTypesOfTheSameNameOthers() {
		assertThat(sent(ClashEvents.class)).contains("first: (entry: OneEntry) => void;",
				"second: (entry: TwoEntry) => void;", "export interface OneEntry {", "export interface TwoEntry {",
				"chat: (chat: TypeDefinitionTestsChat) => void;",
				"binary: (binary: TypeDefinitionTestsBinary) => void;");
	}

	private static String sent(Class<?> type) {
		return Contracts.create().events("/chat", type).typeScript();
	}

	enum Kind {

		@JsonProperty("loud")
		LOUD,

		QUIET {
			@Override
			public String toString() {
				return "shh";
			}
		}

	}

	record RoomName(@JsonValue String value) {

	}

	record Scalars(boolean flag, int small, Long large, double fraction, char letter, RoomName text, UUID id,
			URI address, Instant at, LocalDate day, Duration took, byte[] bytes, JsonNode tree, Object any, Kind kind,
			List<String> list, Set<Kind> set, int[] array, Map<String, List<RoomName>> map, Optional<String> maybe,
			OptionalInt maybeNumber) {

	}

	interface ScalarEvents {

		void scalars(Scalars scalars);

	}

	record Named(String displayName, @JsonProperty("as-annotated") int renamed, Instant at,
			@JsonFormat(shape = JsonFormat.Shape.STRING) Instant text, @JsonIgnore String secret) {

	}

	interface NamedEvents {

		void named(Named named);

	}

	record Nullables(String always, @Nullable String orNull,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) String orMissing,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String either) {

	}

	interface NullableEvents {

		void nullables(Nullables nullables);

	}

	static class NullableHandlers {

		@OnEvent("nullables")
		void nullables(Nullables nullables) {
		}

	}

	static class Account {

		private String name = "";

		private String password = "";

		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

		public int getNumber() {
			return 1;
		}

		public void setPassword(String password) {
			this.password = password;
		}

		@Override
		public String toString() {
			return this.name + this.password.length();
		}

	}

	interface AccountEvents {

		void account(Account account);

	}

	static class AccountHandlers {

		@OnEvent("register")
		void register(Account account) {
		}

	}

	static class OnlySetters {

		public void setText(String text) {
		}

	}

	static class OnlySettersHandlers {

		@OnEvent("set")
		void set(OnlySetters value) {
		}

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

	sealed interface Plain permits One, Two {

	}

	record One(int one) implements Plain {

	}

	record Two(int two) implements Plain {

	}

	interface ShapeEvents {

		void shape(Shape shape);

		void plain(Plain plain);

	}

	record Page<T>(List<T> items, @Nullable Page<T> next) {

	}

	record Tree(String name, List<Tree> children) {

	}

	interface General<T> {

		void inherited(T value);

	}

	interface GenericEvents extends General<Tree> {

		void page(Page<Tree> page);

		void pages(List<Page<String>> pages);

	}

	interface ClashEvents {

		void first(FirstOuter.One.Entry entry);

		void second(FirstOuter.Two.Entry entry);

		void chat(Chat chat);

		void binary(Binary binary);

	}

	interface FirstOuter {

		interface One {

			record Entry(int one) {

			}

		}

		interface Two {

			record Entry(int two) {

			}

		}

	}

	record Chat(int number) {

	}

	record Binary(int number) {

	}

}
