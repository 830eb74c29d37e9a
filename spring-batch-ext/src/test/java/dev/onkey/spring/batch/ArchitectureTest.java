/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses LIBRARY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.onkey.spring");

    @Test
    void theLibraryDependsOnNothingElse() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "jakarta.persistence..",
                        "org.jspecify.annotations..",
                        "org.springframework.batch..item..",
                        "org.springframework.orm.jpa..",
                        "org.springframework.transaction.support..",
                        "dev.onkey.hibernate..",
                        "dev.onkey.spring.batch..")
                .check(LIBRARY);
    }

    @Test
    void theWriterIsAllThatUsersSee() {
        classes().that().areNotInterfaces().should().haveModifier(FINAL).check(LIBRARY);
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .doNotHaveSimpleName("UpsertItemWriter")
                .should()
                .notBePublic()
                .check(LIBRARY);
    }
}
