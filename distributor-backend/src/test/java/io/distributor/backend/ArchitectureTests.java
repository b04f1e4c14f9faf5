package io.distributor.backend;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.distributor.backend", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule dependsOnTheLinkAndJsonOnly = classes().should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify..", "org.slf4j..", "tools.jackson..",
				"com.fasterxml.jackson.annotation..", "io.distributor.backend..", "io.distributor.link",
				"io.distributor.link.message..", "io.distributor.link.presence..");

	@ArchTest
	static final ArchRule theApiDependsOnNoImplementation = classes().that()
		.resideInAPackage("io.distributor.backend")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "org.jspecify..", "io.distributor.backend");

	@ArchTest
	static final ArchRule onlyTheJsonPackageBindsArguments = classes().that()
		.resideOutsideOfPackages("io.distributor.backend.json..", "io.distributor.backend.instance..")
		.should()
		.onlyDependOnClassesThat()
		.resideOutsideOfPackage("tools.jackson..");

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("io.distributor.(backend..)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule everyPackageSaysWhatMayBeNull = classes()
		.should(ArchCondition.from(DescribedPredicate.describe("be in a package that is @NullMarked",
				(JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

}
