package io.distributor.handler;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.distributor.annotation.OnEvent;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.Event;
import io.distributor.backend.EventHandler;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.validation.Validator;

/**
 * Registers the annotated methods of all beans with their namespaces, when all singletons
 * are there and before the backend starts.
 */
public final class SocketHandlers implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final IndirectIo io;

	private final HandlerMethodFactory factory;

	private final EventNames eventNames = new EventNames();

	private final HandlerKind<Socket> connect;

	private final HandlerKind<Socket> adopt;

	private final HandlerKind<Event> event;

	private final HandlerKind<Socket> release;

	private final HandlerKind<Disconnection> disconnect;

	private final List<HandledEvent> handledEvents = new CopyOnWriteArrayList<>();

	/**
	 * Creates the registration.
	 * @param beanFactory gives the beans
	 * @param io gives the namespaces
	 * @param validator validates arguments whose parameters ask for it, or {@code null}
	 */
	public SocketHandlers(ConfigurableListableBeanFactory beanFactory, IndirectIo io, @Nullable Validator validator) {
		this.beanFactory = beanFactory;
		this.io = io;
		this.factory = new HandlerMethodFactory(validator);
		this.connect = HandlerKind.connect(io);
		this.adopt = HandlerKind.adopt(io);
		this.event = HandlerKind.event(io);
		this.release = HandlerKind.release(io);
		this.disconnect = HandlerKind.disconnect(io);
	}

	@Override
	public void afterSingletonsInstantiated() {
		HandlerBeans beans = new HandlerBeans(this.beanFactory,
				Stream.of(this.connect, this.adopt, this.event, this.release, this.disconnect)
					.<Class<? extends Annotation>>map(HandlerKind::annotation)
					.toList());
		beans.find().forEach(this::register);
	}

	private void register(HandlerBeans.Candidate candidate) {
		Object bean = this.beanFactory.getBean(candidate.beanName());
		Method method = invocableMethod(candidate.method(), bean);
		Namespace namespace = namespace(candidate.beanType());
		if (isAnnotated(candidate, this.connect.annotation())) {
			namespace.use(this.factory.forListener(this.connect, bean, method)::call);
		}
		if (isAnnotated(candidate, this.adopt.annotation())) {
			namespace.onAdopt(this.factory.forListener(this.adopt, bean, method)::call);
		}
		if (isAnnotated(candidate, this.release.annotation())) {
			namespace.onRelease(this.factory.forListener(this.release, bean, method)::call);
		}
		OnEvent onEvent = AnnotatedElementUtils.findMergedAnnotation(candidate.method(), OnEvent.class);
		if (onEvent != null) {
			registerEvents(namespace, onEvent, bean, method);
		}
		if (isAnnotated(candidate, this.disconnect.annotation())) {
			SocketHandlerMethod<Disconnection> handler = this.factory.forListener(this.disconnect, bean, method);
			namespace.onDisconnect((socket, reason) -> handler.call(new Disconnection(socket, reason)));
		}
	}

	private void registerEvents(Namespace namespace, OnEvent onEvent, Object bean, Method method) {
		SocketHandlerMethod<Event> handler = this.factory.forEvent(this.event, bean, method);
		AnswerAdapter answer = AnswerAdapters.forMethod(method, AopUtils.getTargetClass(bean));
		EventHandler inOrder = (event) -> answer.answer(handler.call(event), event);
		EventHandler registered = onEvent.concurrent() ? EventHandler.concurrent(inOrder) : inOrder;
		for (String name : this.eventNames.resolve(onEvent, method, this.beanFactory)) {
			this.eventNames.claim(namespace.name(), name, method);
			try {
				namespace.onEvent(name, registered);
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidHandlerMethodException(method, String.valueOf(ex.getMessage()),
						"Give @OnEvent the name of an event that nothing else handles.", ex);
			}
			this.handledEvents.add(new HandledEvent(namespace.name(), name, method, AopUtils.getTargetClass(bean),
					this.factory.arguments(bean, method)));
		}
	}

	/**
	 * Returns the events that annotated methods handle. May be called from any thread.
	 * @return the events, none before all singletons are there
	 */
	public List<HandledEvent> handledEvents() {
		return List.copyOf(this.handledEvents);
	}

	private Namespace namespace(Class<?> beanType) {
		SocketNamespace annotation = AnnotatedElementUtils.findMergedAnnotation(beanType, SocketNamespace.class);
		if (annotation == null) {
			return this.io;
		}
		String name = this.beanFactory.resolveEmbeddedValue(annotation.value());
		return (name != null) ? this.io.of(name) : this.io;
	}

	private static boolean isAnnotated(HandlerBeans.Candidate candidate, Class<? extends Annotation> annotation) {
		return AnnotatedElementUtils.hasAnnotation(candidate.method(), annotation);
	}

	private static Method invocableMethod(Method method, Object bean) {
		try {
			return AopUtils.selectInvocableMethod(method, bean.getClass());
		}
		catch (IllegalStateException ex) {
			throw new InvalidHandlerMethodException(method, "it cannot be called through the proxy of its bean",
					"Make the method public or package-private and declare it in the bean's interface, or let Spring "
							+ "proxy the class ('spring.aop.proxy-target-class=true').",
					ex);
		}
	}

}
