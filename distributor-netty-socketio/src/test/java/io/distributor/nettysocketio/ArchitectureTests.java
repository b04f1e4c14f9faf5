package io.distributor.nettysocketio;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.distributor.nettysocketio", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("io.distributor.nettysocketio.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule handlersKnowTheApiOfTheBackendOnly = noClasses().that()
		.resideInAPackage("io.distributor.nettysocketio.handler..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.distributor.backend.*..", "io.distributor.link..", "io.distributor.engine..",
				"io.distributor.gateway..");

	@ArchTest
	static final ArchRule knowsNeitherSpringNorRedis = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.lettuce..", "io.distributor.autoconfigure..");

	@ArchTest
	static final ArchRule everyPackageSaysWhatMayBeNull = classes()
		.should(ArchCondition.from(DescribedPredicate.describe("be in a package that is @NullMarked",
				(JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

}
