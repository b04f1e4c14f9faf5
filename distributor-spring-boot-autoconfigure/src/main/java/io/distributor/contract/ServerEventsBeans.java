package io.distributor.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.distributor.annotation.ServerEvents;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Namespace;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds the event interfaces that beans name by {@link ServerEvents}, when all singletons
 * are there, and refuses what is no event interface. May be read from any thread then.
 */
public final class ServerEventsBeans implements SmartInitializingSingleton {

	private final ConfigurableListableBeanFactory beanFactory;

	private final IndirectIo io;

	private volatile List<SentEvents> events = List.of();

	/**
	 * Creates it.
	 * @param beanFactory gives the beans
	 * @param io gives the namespaces
	 */
	public ServerEventsBeans(ConfigurableListableBeanFactory beanFactory, IndirectIo io) {
		this.beanFactory = beanFactory;
		this.io = io;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<SentEvents> found = new ArrayList<>();
		for (String bean : this.beanFactory.getBeanNamesForAnnotation(ServerEvents.class)) {
			ServerEvents annotation = this.beanFactory.findAnnotationOnBean(bean, ServerEvents.class, false);
			if (annotation != null) {
				for (Namespace namespace : namespaces(bean)) {
					for (Class<?> type : annotation.value()) {
						found.add(sent(bean, namespace, type));
					}
				}
			}
		}
		this.events = List.copyOf(found);
	}

	private static SentEvents sent(String bean, Namespace namespace, Class<?> type) {
		try {
			namespace.as(type);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidServerEventsException(bean, type, ex);
		}
		return new SentEvents(namespace.name(), type);
	}

	private List<Namespace> namespaces(String bean) {
		SocketNamespace annotation = this.beanFactory.findAnnotationOnBean(bean, SocketNamespace.class, false);
		return (annotation != null) ? Arrays.stream(annotation.value()).map(this::namespace).toList()
				: List.of(this.io);
	}

	private Namespace namespace(String name) {
		String resolved = this.beanFactory.resolveEmbeddedValue(name);
		return (resolved != null) ? this.io.of(resolved) : this.io;
	}

	/**
	 * Returns the interfaces.
	 * @return the interfaces with their namespaces
	 */
	public List<SentEvents> events() {
		return this.events;
	}

}
