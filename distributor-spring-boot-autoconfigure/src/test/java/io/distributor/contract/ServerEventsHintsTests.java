package io.distributor.contract;

import java.util.concurrent.CompletionStage;

import io.distributor.annotation.ServerEvents;
import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

class ServerEventsHintsTests {

	@Test
	void tellsANativeImageOfInterfacesAndTheirTypes() {
		RuntimeHints hints = hints(Chat.class);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(ChatEvents.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(ChatEvents.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Message.class, "text")).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Receipt.class, "number")).accepts(hints);
	}

	@Test
	void tellsNothingOfOtherBeans() {
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(ChatEvents.class)).rejects(hints(Other.class));
	}

	private static RuntimeHints hints(Class<?> bean) {
		GenericApplicationContext context = new GenericApplicationContext();
		context.registerBean(bean);
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(ServerEventsHintsTests.class)), new InMemoryGeneratedFiles());
		new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		return generation.getRuntimeHints();
	}

	@ServerEvents(ChatEvents.class)
	static class Chat {

	}

	static class Other {

	}

	interface ChatEvents {

		void said(Message message);

		CompletionStage<Receipt> ask();

	}

	record Message(String text) {

	}

	record Receipt(long number) {

	}

}
