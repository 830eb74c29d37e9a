/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.archive;

import dev.onkey.spring.data.library.Book;
import dev.onkey.spring.data.library.SharedBase;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** A Spring Boot application with the library's entities, and none of its repositories. */
@SpringBootApplication
@AutoConfigurationPackage(basePackageClasses = Book.class)
@EnableJpaRepositories(repositoryBaseClass = SharedBase.class, repositoryImplementationPostfix = "InJpql")
public class ArchiveApplication {}
