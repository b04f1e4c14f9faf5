package io.distributor.link;

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

@AnalyzeClasses(packages = "io.distributor.link", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule packagesAreFreeOfCycles = slices().matching("io.distributor.(link..)")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule onlyTheRedisPortKnowsRedisAndSpring = noClasses().that()
		.resideOutsideOfPackage("io.distributor.link.redis..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.lettuce..", "io.netty..");

	@ArchTest
	static final ArchRule onlyFramesKnowMessagePack = noClasses().that()
		.resideOutsideOfPackage("io.distributor.link.frame..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.msgpack..");

	@ArchTest
	static final ArchRule theProtocolKnowsNoThreadsAndNoPort = noClasses().that()
		.resideInAPackage("io.distributor.link.protocol..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.distributor.link.port..", "io.distributor.link.node..")
		.orShould()
		.dependOnClassesThat()
		.areAssignableTo(Thread.class);

	@ArchTest
	static final ArchRule nothingOfTheOtherModulesIsKnown = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.distributor.engine..", "io.distributor.gateway..", "io.distributor.backend..",
				"io.distributor.autoconfigure..");

	@ArchTest
	static final ArchRule everyPackageSaysWhatMayBeNull = classes()
		.should(ArchCondition.from(DescribedPredicate.describe("be in a package that is @NullMarked",
				(JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

}
