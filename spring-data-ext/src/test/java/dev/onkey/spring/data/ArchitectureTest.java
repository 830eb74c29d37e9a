/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.onkey.spring");

    @Test
    void bootIsKnownToTheAutoConfigurationAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..autoconfigure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.boot..", "..autoconfigure..")
                .check(LIBRARY);
    }

    @Test
    void theLibraryDependsOnNothingElse() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "jakarta.persistence..",
                        "org.jspecify.annotations..",
                        "org.aopalliance..",
                        "org.hibernate",
                        "org.hibernate.stat",
                        "org.springframework..",
                        "dev.onkey.hibernate..",
                        "dev.onkey.spring.data..")
                .check(LIBRARY);
    }

    @Test
    void classesAreFinalAndInternalOnesAreNotPublic() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .resideOutsideOfPackage("..autoconfigure..")
                .and()
                .doNotHaveSimpleName("OnkeyUpserts")
                .should()
                .haveModifier(FINAL)
                .check(LIBRARY);
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .haveSimpleNameNotStartingWith("DuplicateEntity")
                .and()
                .doNotHaveSimpleName("UpsertTransactions")
                .and()
                .doNotHaveSimpleName("UpsertRetriedEvent")
                .and()
                .doNotHaveSimpleName("UpsertFragments")
                .and()
                .haveSimpleNameNotStartingWith("NotUpsertable")
                .and()
                .haveSimpleNameNotContaining("package-info")
                .should()
                .notBePublic()
                .check(LIBRARY);
    }

    @Test
    void namesSayWhatAClassIsFor() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Base)")
                .orShould()
                .haveNameMatching(".*\\.(Abstract|Base)[A-Z]\\w*")
                .check(LIBRARY);
    }
}
