package io.distributor.contract;

import java.util.concurrent.CompletionStage;

import io.distributor.annotation.OnEvent;
import io.distributor.backend.typed.EventName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class AsyncApiTests {

	private final JsonNode document = new JsonMapper().readTree(Contracts.create()
		.events("/chat", Events.class)
		.handlers("/chat", Handlers.class)
		.events("/", Events.class)
		.build()
		.asyncApi());

	@Test
	void tellsWhatItIs() {
		assertThat(this.document.path("asyncapi").asString()).isEqualTo("3.0.0");
		assertThat(this.document.path("info")).isEqualTo(json("{'title':'test','version':'1'}"));
	}

	@Test
	void makesAChannelOfEachNamespace() {
		assertThat(this.document.path("channels").propertyNames()).containsExactly("Main", "Chat");
		assertThat(this.document.at("/channels/Chat/address").asString()).isEqualTo("/chat");
		assertThat(this.document.at("/channels/Chat/messages").propertyNames()).containsExactlyInAnyOrder("send-ask",
				"send-ask-answer", "send-typing-on", "send-several", "receive-typing", "receive-typing-answer",
				"receive-post", "receive-post-answer");
	}

	@Test
	void describesTheVariablesOfNamespacesByPattern() {
		JsonNode channel = new JsonMapper()
			.readTree(Contracts.create().events("/hall-{number}-{wing}", Events.class).build().asyncApi())
			.at("/channels/HallNumberWing");
		assertThat(channel.path("address").asString()).isEqualTo("/hall-{number}-{wing}");
		assertThat(channel.path("parameters")).isEqualTo(json("{'number':{},'wing':{}}"));
		assertThat(this.document.at("/channels/Chat/parameters").isMissingNode()).isTrue();
	}

	@Test
	void sendsWhatInterfacesSend() {
		assertThat(this.document.at("/operations/Chat-send-ask")).isEqualTo(json("""
				{'action':'send','channel':{'$ref':'#/channels/Chat'},
				'messages':[{'$ref':'#/channels/Chat/messages/send-ask'}],
				'reply':{'channel':{'$ref':'#/channels/Chat'},
				'messages':[{'$ref':'#/channels/Chat/messages/send-ask-answer'}]}}"""));
		assertThat(this.document.at("/operations/Chat-send-typing-on/reply").isMissingNode()).isTrue();
		assertThat(message("send-typing-on")).isEqualTo(json("""
				{'name':'typing on','payload':{'type':'array','items':[{'type':'boolean','title':'on'}],
				'minItems':1,'maxItems':1}}"""));
		assertThat(message("send-ask-answer").path("payload")).isEqualTo(json("""
				{'type':'array','items':[{'$ref':'#/components/schemas/Receipt'}],'minItems':1,'maxItems':1}"""));
		assertThat(message("send-several").path("payload")).isEqualTo(json("""
				{'type':'array','items':[{'type':'string','title':'first'}],'minItems':1,
				'additionalItems':{'type':'integer','title':'rest'}}"""));
	}

	@Test
	void receivesWhatHandlersHandle() {
		assertThat(this.document.at("/operations/Chat-receive-post/action").asString()).isEqualTo("receive");
		assertThat(message("receive-post").path("payload")).isEqualTo(json("""
				{'type':'array','items':[{'type':'string','title':'text'},
				{'anyOf':[{'type':'integer'},{'type':'null'}],'title':'after'}],'minItems':1,'maxItems':2}"""));
		assertThat(message("receive-post-answer").path("payload")).isEqualTo(json("""
				{'type':'array','items':[{'anyOf':[{'$ref':'#/components/schemas/Receipt'},
				{'$ref':'#/components/schemas/HandlerError'}]}],'minItems':1,'maxItems':1}"""));
		assertThat(message("receive-typing-answer").path("payload")).isEqualTo(json("""
				{'type':'array','items':[{'$ref':'#/components/schemas/HandlerError'}],'minItems':0,'maxItems':1}"""));
	}

	@Test
	void describesTypes() {
		assertThat(this.document.at("/components/schemas/Receipt")).isEqualTo(json("""
				{'type':'object','properties':{'number':{'type':'integer'},'note':{'anyOf':[{'type':'string'},
				{'type':'null'}]},'kind':{'$ref':'#/components/schemas/Kind'},
				'bytes':{'type':'string','format':'binary','description':'A binary attachment'}},
				'required':['number','kind','bytes']}"""));
		assertThat(this.document.at("/components/schemas/Kind")).isEqualTo(json("{'type':'string','enum':['A','B']}"));
	}

	private JsonNode message(String key) {
		return this.document.path("channels").path("Chat").path("messages").path(key);
	}

	private static JsonNode json(String text) {
		return new JsonMapper().readTree(text.replace('\'', '"'));
	}

	interface Events {

		CompletionStage<Receipt> ask();

		@EventName("typing on")
		void typing(boolean on);

		void several(String first, int... rest);

	}

	static class Handlers {

		@OnEvent("post")
		Receipt post(String text, @Nullable Integer after) {
			throw new UnsupportedOperationException();
		}

		@OnEvent("typing")
		void typing(boolean on) {
		}

	}

	enum Kind {

		A, B

	}

	record Receipt(long number, @Nullable String note, Kind kind, byte[] bytes) {

	}

}
