package io.distributor.engine;

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

@AnalyzeClasses(packages = "io.distributor.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule dependsOnNettyAndJacksonCoreOnly = classes().should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "org.slf4j..", "io.netty..",
				"tools.jackson.core..", "io.distributor.engine..");

	@ArchTest
	static final ArchRule hasNoPackageCycles = slices().matching("io.distributor.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule protocolsDoNoInputOrOutput = noClasses().that()
		.resideInAPackage("..engine.protocol..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.netty.channel..", "io.netty.handler..", "java.net..", "..engine.session..",
				"..engine.transport..", "..engine.server..", "..engine.namespace..");

	@ArchTest
	static final ArchRule engineIoCanBeUsedAlone = noClasses().that()
		.resideInAnyPackage("..engine.protocol.engineio..", "..engine.session..", "..engine.transport..",
				"..engine.server..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("..engine.protocol.socketio..", "..engine.namespace..", "io.distributor.engine");

	@ArchTest
	static final ArchRule everyPackageSaysWhatMayBeNull = classes()
		.should(ArchCondition.from(DescribedPredicate.describe("be in a package that is @NullMarked",
				(JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));

}
