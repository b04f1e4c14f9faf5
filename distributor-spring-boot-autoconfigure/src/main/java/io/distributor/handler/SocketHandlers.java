package io.distributor.handler;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.distributor.annotation.OnEvent;
import io.distributor.annotation.OnJoin;
import io.distributor.annotation.OnLeave;
import io.distributor.backend.Event;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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

	private final HandlerTools tools;

	private final HandlerMethodFactory factory;

	private final HandlerNamespaces namespaces;

	private final ExceptionHandlers exceptionHandlers;

	private final EventNames eventNames = new EventNames();

	private final HandlerKind<Socket> connect;

	private final HandlerKind<Socket> adopt;

	private final HandlerKind<Event> event;

	private final HandlerKind<Socket> release;

	private final HandlerKind<RoomChange> join;

	private final HandlerKind<RoomChange> leave;

	private final HandlerKind<Disconnection> disconnect;

	private final HandlerKind<Failure> failure;

	private final List<HandledEvent> handledEvents = new CopyOnWriteArrayList<>();

	/**
	 * Creates the registration.
	 * @param beanFactory gives the beans
	 * @param io gives the namespaces
	 * @param mapper converts JSON that is no argument of an event
	 * @param validator validates arguments whose parameters ask for it, or {@code null}
	 * @param interceptors surround each call of a method, the first one outermost
	 */
	public SocketHandlers(ConfigurableListableBeanFactory beanFactory, IndirectIo io, JsonMapper mapper,
			@Nullable Validator validator, List<HandlerInterceptor> interceptors) {
		this.tools = HandlerTools.of(beanFactory, mapper, validator, interceptors);
		this.factory = new HandlerMethodFactory(this.tools);
		this.namespaces = new HandlerNamespaces(io, this.tools);
		this.connect = HandlerKind.connect(io);
		this.adopt = HandlerKind.adopt(io);
		this.event = HandlerKind.event(io);
		this.release = HandlerKind.release(io);
		this.join = HandlerKind.join(io);
		this.leave = HandlerKind.leave(io);
		this.disconnect = HandlerKind.disconnect(io);
		this.failure = HandlerKind.failure(io);
		this.exceptionHandlers = new ExceptionHandlers(this.failure, this.factory, this.tools);
	}

	@Override
	public void afterSingletonsInstantiated() {
		HandlerBeans beans = new HandlerBeans(this.tools.beanFactory(),
				Stream
					.of(this.connect, this.adopt, this.event, this.release, this.join, this.leave, this.disconnect,
							this.failure)
					.<Class<? extends Annotation>>map(HandlerKind::annotation)
					.toList());
		List<HandlerBeans.Candidate> candidates = beans.find();
		this.namespaces.own(candidates);
		candidates.stream()
			.filter((candidate) -> isAnnotated(candidate, this.failure))
			.forEach((candidate) -> addExceptionHandler(candidate, candidates));
		candidates.stream().filter((candidate) -> !isAnnotated(candidate, this.failure)).forEach(this::register);
	}

	private void addExceptionHandler(HandlerBeans.Candidate candidate, List<HandlerBeans.Candidate> candidates) {
		boolean advice = ExceptionHandlers.isAdvice(candidate);
		HandlerTarget target = target(candidate, advice);
		boolean alone = candidates.stream()
			.noneMatch((other) -> other.beanName().equals(candidate.beanName())
					&& (isAnnotated(other, this.event) || isAnnotated(other, this.connect)));
		if (alone && !advice) {
			throw new InvalidHandlerMethodException(target.method(),
					"its bean has no methods with @OnEvent or @OnConnect, and is no @SocketAdvice",
					"Annotate the class with @SocketAdvice, so that the method is for the handlers of all beans.");
		}
		this.exceptionHandlers.add(candidate, target);
	}

	private void register(HandlerBeans.Candidate candidate) {
		HandlerTarget target = target(candidate, false);
		for (Namespace namespace : target.namespaces()) {
			registerListeners(namespace, candidate, target);
			registerRoomListeners(namespace, candidate, target);
			FailureHandling failures = this.exceptionHandlers.of(candidate.beanName(), namespace.name());
			if (isAnnotated(candidate, this.connect)) {
				namespace.use(new ConnectMethod(this.factory.forListener(this.connect, target), failures));
			}
			OnEvent onEvent = AnnotatedElementUtils.findMergedAnnotation(candidate.method(), OnEvent.class);
			if (onEvent != null) {
				registerEvents(namespace, onEvent, target, failures);
			}
		}
	}

	private void registerListeners(Namespace namespace, HandlerBeans.Candidate candidate, HandlerTarget target) {
		if (isAnnotated(candidate, this.adopt)) {
			namespace.onAdopt(this.factory.forListener(this.adopt, target)::call);
		}
		if (isAnnotated(candidate, this.release)) {
			namespace.onRelease(this.factory.forListener(this.release, target)::call);
		}
		if (isAnnotated(candidate, this.disconnect)) {
			SocketHandlerMethod<Disconnection> handler = this.factory.forListener(this.disconnect, target);
			namespace.onDisconnect((socket, reason) -> handler.call(new Disconnection(socket, reason)));
		}
	}

	private void registerRoomListeners(Namespace namespace, HandlerBeans.Candidate candidate, HandlerTarget target) {
		OnJoin onJoin = AnnotatedElementUtils.findMergedAnnotation(candidate.method(), OnJoin.class);
		if (onJoin != null) {
			namespace
				.onJoin(RoomMethod.of(this.factory.forListener(this.join, target), target, onJoin.value(), this.tools));
		}
		OnLeave onLeave = AnnotatedElementUtils.findMergedAnnotation(candidate.method(), OnLeave.class);
		if (onLeave != null) {
			namespace.onLeave(
					RoomMethod.of(this.factory.forListener(this.leave, target), target, onLeave.value(), this.tools));
		}
	}

	private void registerEvents(Namespace namespace, OnEvent onEvent, HandlerTarget target, FailureHandling failures) {
		Method method = target.method();
		Class<?> beanType = AopUtils.getTargetClass(target.bean());
		SocketHandlerMethod<Event> handler = this.factory.forEvent(this.event, target);
		AnswerAdapter answer = AnswerAdapters.forMethod(method, beanType, AnswerAdapter.EMPTY);
		EventMethod registered = new EventMethod(handler, answer, failures, onEvent.concurrent());
		for (String name : this.eventNames.resolve(onEvent, method, this.tools)) {
			this.eventNames.claim(namespace.name(), name, method);
			try {
				if (EventNames.isPattern(name)) {
					namespace.onEventPattern(name, registered);
				}
				else {
					namespace.onEvent(name, registered);
				}
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidHandlerMethodException(method, String.valueOf(ex.getMessage()),
						"Give @OnEvent the name of an event, or a pattern with one *, that nothing else handles.", ex);
			}
			this.handledEvents.add(new HandledEvent(namespace.name(), name, method, beanType,
					this.factory.arguments(this.event, target)));
		}
	}

	/**
	 * Returns the events that annotated methods handle. May be called from any thread.
	 * @return the events, none before all singletons are there
	 */
	public List<HandledEvent> handledEvents() {
		return List.copyOf(this.handledEvents);
	}

	/**
	 * Finds the bean, the method on it and the namespaces.
	 * @param everywhere whether the method is for all namespaces if its class names none
	 */
	private HandlerTarget target(HandlerBeans.Candidate candidate, boolean everywhere) {
		Object bean = this.tools.beanFactory().getBean(candidate.beanName());
		Method method = invocableMethod(candidate.method(), bean);
		return new HandlerTarget(bean, method, everywhere ? this.namespaces.declared(candidate.beanType(), method)
				: this.namespaces.of(candidate.beanType(), method));
	}

	private static boolean isAnnotated(HandlerBeans.Candidate candidate, HandlerKind<?> kind) {
		return AnnotatedElementUtils.hasAnnotation(candidate.method(), kind.annotation());
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
