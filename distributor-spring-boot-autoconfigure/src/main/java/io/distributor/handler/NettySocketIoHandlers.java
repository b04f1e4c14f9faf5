package io.distributor.handler;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.corundumstudio.socketio.AckMode;
import com.corundumstudio.socketio.AckRequest;
import com.corundumstudio.socketio.SocketIOClient;
import com.corundumstudio.socketio.annotation.OnConnect;
import com.corundumstudio.socketio.annotation.OnDisconnect;
import com.corundumstudio.socketio.annotation.OnEvent;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;
import io.distributor.backend.Socket;
import io.distributor.nettysocketio.handler.ClientEvent;
import io.distributor.nettysocketio.handler.ClientEventHandler;
import io.distributor.nettysocketio.handler.HandlerClients;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Registers the methods of all beans that have the annotations of netty-socketio with
 * their namespaces, when all singletons are there and before the backend starts. As
 * there, any number of methods may handle the same event.
 */
public final class NettySocketIoHandlers implements SmartInitializingSingleton {

	private final HandlerTools tools;

	private final HandlerMethodFactory factory;

	private final HandlerNamespaces namespaces;

	private final HandlerClients clients;

	private final AckMode ackMode;

	private final HandlerKind<Socket> connect;

	private final HandlerKind<Socket> disconnect;

	private final HandlerKind<ClientEvent> event;

	private final Map<HandledName, ClientEventHandler> events = new HashMap<>();

	/**
	 * Creates the registration.
	 * @param beanFactory gives the beans
	 * @param io gives the namespaces
	 * @param mapper converts JSON that is no argument of an event
	 * @param interceptors surround each call of a method, the first one outermost
	 * @param clients shows sockets to the methods
	 * @param ackMode when events are answered that no method has answered
	 */
	public NettySocketIoHandlers(ConfigurableListableBeanFactory beanFactory, IndirectIo io, JsonMapper mapper,
			List<HandlerInterceptor> interceptors, HandlerClients clients, AckMode ackMode) {
		this.tools = HandlerTools.of(beanFactory, mapper, null, interceptors);
		this.factory = new HandlerMethodFactory(this.tools);
		this.namespaces = new HandlerNamespaces(io, this.tools);
		this.clients = clients;
		this.ackMode = ackMode;
		this.connect = new HandlerKind<>(OnConnect.class, Function.identity(),
				Map.of(SocketIOClient.class, clients::client));
		this.disconnect = new HandlerKind<>(OnDisconnect.class, Function.identity(),
				Map.of(SocketIOClient.class, clients::client));
		this.event = new HandlerKind<>(OnEvent.class, (happened) -> happened.event().socket(),
				Map.of(SocketIOClient.class, ClientEvent::client, AckRequest.class, ClientEvent::ackRequest));
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<Class<? extends Annotation>> annotations = List.of(OnConnect.class, OnEvent.class, OnDisconnect.class);
		new HandlerBeans(this.tools.beanFactory(), annotations).find().forEach(this::register);
	}

	private void register(HandlerBeans.Candidate candidate) {
		Object bean = this.tools.beanFactory().getBean(candidate.beanName());
		Method method = AopUtils.selectInvocableMethod(candidate.method(), bean.getClass());
		List<Namespace> namespaces = this.namespaces.of(candidate.beanType(), method);
		HandlerTarget target = new HandlerTarget(bean, method, namespaces);
		for (Namespace namespace : namespaces) {
			if (AnnotatedElementUtils.hasAnnotation(candidate.method(), OnConnect.class)) {
				SocketHandlerMethod<Socket> handler = this.factory.forListener(this.connect, target);
				namespace.on("connection", (socket) -> onConnection(handler, socket));
			}
			if (AnnotatedElementUtils.hasAnnotation(candidate.method(), OnDisconnect.class)) {
				SocketHandlerMethod<Socket> handler = this.factory.forListener(this.disconnect, target);
				namespace.onDisconnect((socket, reason) -> handler.call(socket));
			}
			OnEvent onEvent = AnnotatedElementUtils.findMergedAnnotation(candidate.method(), OnEvent.class);
			if (onEvent != null) {
				events(namespace, onEvent.value(), method).add(eventMethod(target)::call);
			}
		}
	}

	/** An adopted client has connected before, at another instance. */
	private static void onConnection(SocketHandlerMethod<Socket> handler, Socket socket) throws Exception {
		if (!socket.recovered()) {
			handler.call(socket);
		}
	}

	private SocketHandlerMethod<ClientEvent> eventMethod(HandlerTarget target) {
		List<MethodParameter> arguments = new ArrayList<>();
		return this.factory.build(this.event, target, (parameter) -> {
			int index = arguments.size();
			arguments.add(parameter);
			Class<?> type = parameter.getParameterType();
			return (happened) -> happened.argument(index, type);
		});
	}

	private ClientEventHandler events(Namespace namespace, String name, Method method) {
		return this.events.computeIfAbsent(new HandledName(namespace.name(), name), (added) -> {
			ClientEventHandler handler = new ClientEventHandler(this.clients, this.ackMode);
			try {
				namespace.onEvent(name, handler);
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidHandlerMethodException(method, String.valueOf(ex.getMessage()),
						"Give @OnEvent the name of an event that only methods with this annotation handle.", ex);
			}
			return handler;
		});
	}

	/**
	 * What events are handled by.
	 *
	 * @param namespace name of the namespace
	 * @param event name of the event
	 */
	private record HandledName(String namespace, String event) {

	}

}
