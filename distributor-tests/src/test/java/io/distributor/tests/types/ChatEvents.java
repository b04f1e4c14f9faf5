package io.distributor.tests.types;

import java.util.concurrent.CompletionStage;

import io.distributor.backend.typed.EventName;
import io.distributor.backend.typed.TypedAnswers;
import io.distributor.tests.types.ChatTypes.ChatMessage;
import io.distributor.tests.types.ChatTypes.Question;
import io.distributor.tests.types.ChatTypes.Receipt;
import io.distributor.tests.types.ChatTypes.Shape;
import tools.jackson.databind.JsonNode;

/**
 * What the chat sends.
 */
interface ChatEvents {

	void chatMessage(ChatMessage message);

	@EventName("user typing")
	void typing(String name, boolean typing);

	void said(String first, double... rest);

	void drawn(Shape shape);

	void raw(byte[] bytes, JsonNode anything);

	CompletionStage<Receipt> ask(Question question);

	CompletionStage<Void> confirm();

	CompletionStage<TypedAnswers<Integer>> count(String what);

}
