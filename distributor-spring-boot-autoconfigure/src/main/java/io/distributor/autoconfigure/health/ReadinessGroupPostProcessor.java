package io.distributor.autoconfigure.health;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Makes the link part of readiness: a process that is cut off, or leaving, is not ready.
 * Comes after Boot's own, which adds the group.
 */
class ReadinessGroupPostProcessor implements HealthEndpointGroupsPostProcessor, Ordered {

	private static final String INCLUDE = "management.endpoint.health.group.readiness.include";

	private final String member;

	private final Environment environment;

	ReadinessGroupPostProcessor(String member, Environment environment) {
		this.member = member;
		this.environment = environment;
	}

	@Override
	public HealthEndpointGroups postProcessHealthEndpointGroups(HealthEndpointGroups groups) {
		HealthEndpointGroup readiness = groups.get(ReadinessGroups.NAME);
		return (readiness != null && !isChosenByUser())
				? new ReadinessGroups(groups, new ReadinessGroup(readiness, this.member)) : groups;
	}

	private boolean isChosenByUser() {
		return Binder.get(this.environment).bind(INCLUDE, Bindable.setOf(String.class)).isBound();
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
