package io.distributor.autoconfigure;

import java.util.List;

import io.distributor.link.Link;
import io.distributor.link.presence.NodeRole;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Applies the decorators of an application.
 */
final class LinkDecorators {

	private LinkDecorators() {
	}

	static Link apply(ObjectProvider<LinkDecorator> decorators, NodeRole role, Link link) {
		List<LinkDecorator> ordered = decorators.orderedStream().toList();
		Link decorated = link;
		for (LinkDecorator decorator : ordered) {
			decorated = decorator.decorate(role, decorated);
		}
		return decorated;
	}

}
