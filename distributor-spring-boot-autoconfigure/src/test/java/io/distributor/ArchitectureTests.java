package io.distributor;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = { "io.distributor.annotation", "io.distributor.handler", "io.distributor.lifecycle",
		"io.distributor.autoconfigure", "io.distributor.contract", "io.distributor.security", "io.distributor.rest" },
		importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("io.distributor.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule onlyTheAutoConfigurationKnowsProperties = noClasses().that()
		.resideInAnyPackage("io.distributor.annotation..", "io.distributor.handler..", "io.distributor.lifecycle..",
				"io.distributor.contract..", "io.distributor.rest..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.distributor.autoconfigure..", "org.springframework.boot..");

	@ArchTest
	static final ArchRule writersKnowTheModelOfTheContractOnly = noClasses().that()
		.resideInAnyPackage("io.distributor.contract.typescript..", "io.distributor.contract.asyncapi..",
				"io.distributor.contract.model..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.distributor.backend..", "io.distributor.handler..", "io.distributor.contract.type..",
				"org.springframework..");

	@ArchTest
	static final ArchRule handlersKnowTheApiOfTheBackendOnly = noClasses().that()
		.resideInAPackage("io.distributor.handler..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.distributor.backend.*..", "io.distributor.link..", "io.distributor.engine..",
				"io.distributor.gateway..");

	@ArchTest
	static final ArchRule theAutoConfigurationKnowsNoInternals = noClasses().that()
		.resideInAPackage("io.distributor.autoconfigure..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.distributor.backend.namespace..", "io.distributor.backend.remote..",
				"io.distributor.link.frame..", "io.distributor.link.protocol..", "io.distributor.engine.transport..");

	@ArchTest
	static final ArchRule autoConfigurationsAreFinal = classes().that()
		.haveSimpleNameEndingWith("AutoConfiguration")
		.should()
		.beMetaAnnotatedWith("org.springframework.boot.autoconfigure.AutoConfiguration")
		.andShould()
		.haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

	@ArchTest
	static final ArchRule everyPackageSaysWhatMayBeNull = classes()
		.should(ArchCondition.from(DescribedPredicate.describe("be in a package that is @NullMarked",
				(JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

}
