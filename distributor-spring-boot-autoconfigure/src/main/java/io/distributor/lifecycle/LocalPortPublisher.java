package io.distributor.lifecycle;

import java.util.HashMap;
import java.util.Map;

import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;

/**
 * Puts the port of the distributor into the environment, as {@value #PROPERTY}, for tests
 * that ask for any free port.
 */
public final class LocalPortPublisher implements ApplicationListener<DistributorServerInitializedEvent> {

	/** Key of the port. */
	public static final String PROPERTY = "local.distributor.port";

	private static final String SOURCE = "distributor.ports";

	@Override
	@SuppressWarnings("unchecked")
	public void onApplicationEvent(DistributorServerInitializedEvent event) {
		if (event.getApplicationContext() instanceof ConfigurableApplicationContext context) {
			MutablePropertySources sources = context.getEnvironment().getPropertySources();
			PropertySource<?> source = sources.get(SOURCE);
			if (source == null) {
				source = new MapPropertySource(SOURCE, new HashMap<>());
				sources.addFirst(source);
			}
			((Map<String, Object>) source.getSource()).put(PROPERTY, event.port());
		}
	}

}
