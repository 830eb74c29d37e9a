/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.desk;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A Spring Boot application whose repositories do not upsert. */
@SpringBootApplication
public class DeskApplication {}
