package io.distributor.autoconfigure.aot;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import io.distributor.annotation.AuthValue;
import io.distributor.annotation.EventExceptionHandler;
import io.distributor.annotation.NamespaceVariable;
import io.distributor.annotation.OnAdopt;
import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnDisconnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.OnJoin;
import io.distributor.annotation.OnLeave;
import io.distributor.annotation.OnRelease;
import io.distributor.annotation.ServerEvents;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.DisconnectReason;
import io.distributor.backend.Socket;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.aot.BeanRegistrationCode;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * What a native image is told.
 */
class RuntimeHintsTests {

	@Test
	void letsHandlersBeCalled() {
		RuntimeHints hints = process(Handlers.class);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Handlers.class, "post")).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Handlers.class, "gone")).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Handlers.class, "helper")).rejects(hints);
	}

	@Test
	void letsArgumentsAndAnswersBeReadAndWritten() {
		RuntimeHints hints = process(Handlers.class);
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(Post.class)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Author.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Receipt.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(Socket.class)).rejects(hints);
	}

	@Test
	void letsMethodsOfEachAnnotationBeCalled() {
		RuntimeHints hints = process(Workspaces.class);
		assertThat(Workspaces.class.getDeclaredMethods()).hasSize(8)
			.allSatisfy((method) -> assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method))
				.accepts(hints));
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(Profile.class)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(hints);
	}

	@Test
	void letsInterfacesForSendingBeImplemented() {
		RuntimeHints hints = process(Handlers.class);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(ChatEvents.class)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(ChatEvents.class, "posted")).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(News.class)).accepts(hints);
	}

	@Test
	void leavesOtherBeansAlone() {
		assertThat(new HandlerBeanAotProcessor().processAheadOfTime(bean(String.class))).isNull();
		assertThat(new HandlerBeanAotProcessor().processAheadOfTime(bean(Author.class))).isNull();
	}

	@Test
	void letsFramesBeWritten() throws Exception {
		RuntimeHints hints = new RuntimeHints();
		new MessagePackRuntimeHints().registerHints(hints, getClass().getClassLoader());
		Class<?> buffer = Class.forName("org.msgpack.core.buffer.MessageBuffer");
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(buffer)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(hints);
	}

	@Test
	void isFoundBySpring() {
		assertThat(AotServices.factories().load(RuntimeHintsRegistrar.class))
			.hasAtLeastOneElementOfType(MessagePackRuntimeHints.class);
		assertThat(AotServices.factories().load(BeanRegistrationAotProcessor.class))
			.hasAtLeastOneElementOfType(HandlerBeanAotProcessor.class);
	}

	private static RuntimeHints process(Class<?> type) {
		GenerationContext generationContext = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(RuntimeHintsTests.class)), new InMemoryGeneratedFiles());
		BeanRegistrationAotContribution contribution = new HandlerBeanAotProcessor().processAheadOfTime(bean(type));
		assertThat(contribution).isNotNull();
		contribution.applyTo(generationContext, mock(BeanRegistrationCode.class));
		return generationContext.getRuntimeHints();
	}

	private static RegisteredBean bean(Class<?> type) {
		DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
		factory.registerBeanDefinition("bean", new RootBeanDefinition(type));
		return RegisteredBean.of(factory, "bean");
	}

	@ServerEvents(ChatEvents.class)
	static class Handlers {

		@OnEvent("post")
		CompletionStage<Receipt> post(Socket socket, List<Post> posts) {
			throw new UnsupportedOperationException();
		}

		@OnDisconnect
		void gone(Socket socket, DisconnectReason reason) {
		}

		void helper(Author author) {
		}

	}

	@SocketNamespace("/workspace-{id}")
	static class Workspaces {

		@OnConnect
		void connect(@NamespaceVariable long id, @AuthValue Profile profile) {
		}

		@OnAdopt
		void adopted(@NamespaceVariable UUID id) {
		}

		@OnRelease
		void released(Socket socket) {
		}

		@OnJoin("room-*")
		void joined(Socket socket, String room) {
		}

		@OnLeave
		void left(String room) {
		}

		@OnEvent("rename")
		void rename(@NotBlank String name) {
		}

		@OnDisconnect
		void gone() {
		}

		@EventExceptionHandler
		String failed(IllegalStateException ex) {
			return "failed";
		}

	}

	record Profile(String name) {

	}

	interface ChatEvents {

		void posted(News news);

	}

	record Post(Author author, String text) {

	}

	record Author(String name) {

	}

	record Receipt(long number) {

	}

	record News(String text) {

	}

}
