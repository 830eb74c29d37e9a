/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.library;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** A Spring Boot application whose repositories have a base class, fragments and an interface of their own. */
@SpringBootApplication
@EnableJpaRepositories(repositoryBaseClass = SharedBase.class, repositoryImplementationPostfix = "InJpql")
public class LibraryApplication {}
