/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms, and the doors to Hibernate's internals. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.onkey.hibernate");

    @Test
    void arrowsPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("vocabulary")
                .definedBy("dev.onkey.hibernate")
                .layer("key")
                .definedBy("dev.onkey.hibernate.key")
                .layer("duplicate")
                .definedBy("dev.onkey.hibernate.duplicate")
                .layer("refused")
                .definedBy("dev.onkey.hibernate.refused")
                .layer("row")
                .definedBy("dev.onkey.hibernate.row")
                .layer("upsert")
                .definedBy("dev.onkey.hibernate.upsert")
                .layer("boot")
                .definedBy("dev.onkey.hibernate.boot")
                .whereLayer("boot")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("upsert")
                .mayOnlyBeAccessedByLayers("boot")
                .whereLayer("row")
                .mayOnlyBeAccessedByLayers("upsert")
                .whereLayer("refused")
                .mayOnlyBeAccessedByLayers("boot")
                .whereLayer("duplicate")
                .mayOnlyBeAccessedByLayers("refused", "upsert", "boot")
                .whereLayer("key")
                .mayOnlyBeAccessedByLayers("duplicate", "upsert", "boot")
                .check(CLASSES);
    }

    @Test
    void theBootModelIsReadInOneRoom() {
        noClasses()
                .that(resideOutsideOfPackages("dev.onkey.hibernate.key"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.hibernate.mapping.."))
                .check(CLASSES);
    }

    @Test
    void theRuntimeMappingIsReadInOneRoom() {
        noClasses()
                .that(resideOutsideOfPackages("dev.onkey.hibernate.row"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.hibernate.metamodel.mapping..", "org.hibernate.generator.."))
                .check(CLASSES);
    }

    @Test
    void pureClassesKnowNeitherHibernateNorJdbc() {
        noClasses()
                .that()
                .haveNameMatching(
                        ".*\\.(UpsertSql|ChangeSql|Terms|Term|SqlText|Sql|StatementSet|UpdateReader|UpdateChoice"
                                + "|AssignmentOrder|TableShape|Column|Answer|ServerSyntax|DuplicateEntryParser"
                                + "|MessageFormat|StatementTable|Columns|KeyText)(\\$.*)?")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.hibernate..", "java.sql..", "jakarta.."))
                .check(CLASSES);
    }

    @Test
    void theDriverIsAnOptionalGuest() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ConnectorJ")
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.mysql.."))
                .check(CLASSES);
    }

    @Test
    void casesAreFoldedWithoutALocale() {
        noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAClassDoes() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(CLASSES);
    }
}
