package io.distributor.test;

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

@AnalyzeClasses(
		packages = { "io.distributor.test.autoconfigure", "io.distributor.test.fleet", "io.distributor.test.socket" },
		importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("io.distributor.test.(**)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule socketsNeedNoSpring = noClasses().that()
		.resideInAPackage("io.distributor.test.socket..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.distributor.autoconfigure..");

	@ArchTest
	static final ArchRule everyPackageSaysWhatMayBeNull = classes()
		.should(ArchCondition.from(DescribedPredicate.describe("be in a package that is @NullMarked",
				(JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

}
