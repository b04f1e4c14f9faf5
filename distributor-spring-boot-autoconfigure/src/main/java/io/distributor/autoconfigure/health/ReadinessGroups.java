package io.distributor.autoconfigure.health;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;

/**
 * All groups as they were, but for one.
 */
final class ReadinessGroups implements HealthEndpointGroups {

	static final String NAME = "readiness";

	private final HealthEndpointGroups groups;

	private final HealthEndpointGroup readiness;

	ReadinessGroups(HealthEndpointGroups groups, HealthEndpointGroup readiness) {
		this.groups = groups;
		this.readiness = readiness;
	}

	@Override
	public HealthEndpointGroup getPrimary() {
		return this.groups.getPrimary();
	}

	@Override
	public Set<String> getNames() {
		return this.groups.getNames();
	}

	@Override
	public @Nullable HealthEndpointGroup get(String name) {
		return NAME.equals(name) ? this.readiness : this.groups.get(name);
	}

}
