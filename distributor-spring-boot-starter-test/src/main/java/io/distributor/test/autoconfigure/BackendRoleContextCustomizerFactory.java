package io.distributor.test.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Finds the tests whose application is to be a backend.
 */
class BackendRoleContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		boolean wanted = TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureSocketTester.class)
				|| TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureFleet.class);
		return wanted ? new BackendRoleContextCustomizer() : null;
	}

}
