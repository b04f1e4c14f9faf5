package io.distributor.sample.chat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packagesOf = ChatApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("io.distributor.sample.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule theChatKnowsNeitherLinkNorDistributor = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.distributor.link..", "io.distributor.gateway..", "io.distributor.engine..");

}
