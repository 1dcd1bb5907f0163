package io.awsaudit.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Resource;
import org.junit.jupiter.api.Test;

/** Holds what each module may use, and what all records and collectors have in common. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.awsaudit");

    private static final String INVENTORY = "io.awsaudit.inventory..";
    private static final String COLLECTORS = "io.awsaudit.collectors..";
    private static final String RULES = "io.awsaudit.rules..";
    private static final String REPORTS = "io.awsaudit.reports..";
    private static final String CLI = "io.awsaudit.cli..";

    @Test
    void theInventoryKnowsNothingOfTheRest() {
        noClasses()
                .that()
                .resideInAPackage(INVENTORY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(COLLECTORS, RULES, REPORTS, CLI, "software.amazon..", "org.drools..", "org.kie..")
                .check(CODE);
    }

    @Test
    void onlyCollectorsSeeTheAwsSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackages(COLLECTORS, "io.awsaudit.localstack..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage(COLLECTORS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RULES, REPORTS, CLI)
                .check(CODE);
    }

    @Test
    void onlyRulesSeeDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage(RULES)
                .and()
                .resideOutsideOfPackages("checks..", "derived..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage(RULES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(COLLECTORS, REPORTS, CLI)
                .check(CODE);
    }

    @Test
    void reportsSeeResultsAndNothingBefore() {
        noClasses()
                .that()
                .resideInAPackage(REPORTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(COLLECTORS, CLI, "software.amazon..")
                .check(CODE);
    }

    @Test
    void collectorsOfOneServiceDoNotUseThoseOfAnother() {
        com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
                .matching("io.awsaudit.collectors.(*)")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    @Test
    void everyResourceIsARecordWithATypeName() {
        classes()
                .that()
                .implement(DescribedPredicate.describe("Resource", type -> type.isEquivalentTo(Resource.class)))
                .should()
                .beAnnotatedWith(CloudFormationType.class)
                .andShould()
                .beRecords()
                .check(CODE);
    }
}
