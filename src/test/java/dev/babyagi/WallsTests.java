package dev.babyagi;

import javax.sql.DataSource;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.persistence.EntityManager;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.support.TransactionTemplate;

import dev.babyagi.tool.Tool;

/**
 * The floor plan as failing tests.
 */
@Execution(ExecutionMode.CONCURRENT)
class WallsTests {

	private static final JavaClasses HOUSE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("dev.babyagi");

	@Test
	void modulesImportOnlyWhatTheyDeclare() {
		ApplicationModules.of(BabyAgiApplication.class).verify();
	}

	@Test
	void onlyWebPackagesUseTheConventionsOfTheEdge() {
		hold(ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages("dev.babyagi.web..", "dev.babyagi.*.web..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("dev.babyagi.web..")
			.because("problems, pages and cursors are matters of the edge"));
	}

	@Test
	void controllersLiveInWebPackages() {
		hold(ArchRuleDefinition.classes()
			.that()
			.areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
			.should()
			.resideInAnyPackage("dev.babyagi.web..", "dev.babyagi.*.web..")
			.allowEmptyShould(true)
			.because("a module can be read without its HTTP"));
	}

	@Test
	void repositoriesAreNotPublic() {
		hold(ArchRuleDefinition.classes()
			.that()
			.areAssignableTo("org.springframework.data.repository.Repository")
			.should()
			.notBePublic()
			.allowEmptyShould(true)
			.because("rows belong to the module that knows their law"));
	}

	@Test
	void aggregatesKnowNoSpring() {
		hold(ArchRuleDefinition.noClasses()
			.that()
			.areAnnotatedWith("jakarta.persistence.Entity")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.stereotype..", "org.springframework.context..",
					"org.springframework.beans..", "org.springframework.transaction..")
			.allowEmptyShould(true)
			.because("an aggregate keeps its own law and needs no container"));
	}

	@Test
	void taskThreadsReachNoDatabase() {
		hold(ArchRuleDefinition.noClasses()
			.that()
			.haveSimpleNameEndingWith("Stage")
			.or()
			.areAssignableTo(Tool.class)
			.should()
			.transitivelyDependOnClassesThat()
			.belongToAnyOf(EntityManager.class, StatelessSession.class, Repository.class, DataSource.class,
					JdbcClient.class, TransactionTemplate.class)
			.because("an interrupted thread would close the connection it uses"));
	}

	/** All packages, not only modules: within a module, too, orders go down. */
	@Test
	void packagesHaveNoCircles() {
		hold(SlicesRuleDefinition.slices().matching("dev.babyagi.(**)").should().beFreeOfCycles());
	}

	private static void hold(ArchRule rule) {
		rule.check(HOUSE);
	}

}
