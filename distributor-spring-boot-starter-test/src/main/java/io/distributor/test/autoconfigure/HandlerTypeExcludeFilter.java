package io.distributor.test.autoconfigure;

import java.io.IOException;

import io.distributor.annotation.OnEvent;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Lets only components with annotations of handlers into a {@link DistributorTest}.
 */
class HandlerTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<DistributorTest> {

	private static final String ANNOTATIONS = OnEvent.class.getPackageName();

	HandlerTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
	}

	@Override
	protected boolean defaultInclude(MetadataReader metadataReader, MetadataReaderFactory metadataReaderFactory)
			throws IOException {
		return super.defaultInclude(metadataReader, metadataReaderFactory)
				|| hasHandlers(metadataReader.getAnnotationMetadata());
	}

	private static boolean hasHandlers(AnnotationMetadata type) {
		return isOurs(type.getAnnotations())
				|| type.getDeclaredMethods().stream().anyMatch((method) -> isOurs(method.getAnnotations()));
	}

	private static boolean isOurs(MergedAnnotations annotations) {
		return annotations.stream().anyMatch((annotation) -> annotation.getType().getPackageName().equals(ANNOTATIONS));
	}

}
