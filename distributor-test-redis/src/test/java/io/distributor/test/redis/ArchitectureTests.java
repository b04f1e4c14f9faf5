package io.distributor.test.redis;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "io.distributor.test.redis", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule knowsNoClientAndNoOtherModule = classes().should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify..", "org.slf4j..", "org.testcontainers..",
				"com.github.dockerjava..", "redis.embedded..", "io.distributor.test.redis..");

	@ArchTest
	static final ArchRule onlyWhatIsNamedForDockerKnowsContainers = noClasses().that()
		.haveSimpleNameNotStartingWith("Docker")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..");

}
