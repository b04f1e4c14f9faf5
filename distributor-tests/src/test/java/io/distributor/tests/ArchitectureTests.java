package io.distributor.tests;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.distributor.tests")
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("io.distributor.(tests..)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule fleetsOfOneJvmKnowNoSpringBoot = noClasses().that()
		.resideInAPackage("io.distributor.tests.fleet..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot..", "io.distributor.autoconfigure..");

	@ArchTest
	static final ArchRule browsersMeetTheProductFromOutside = noClasses().that()
		.resideInAPackage("io.distributor.tests.browser..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.distributor.engine..", "io.distributor.link..", "io.distributor.gateway..",
				"io.distributor.backend..", "io.distributor.autoconfigure..");

}
