/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.lombok;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A Spring Boot application with an entity that Lombok completes. */
@SpringBootApplication
public class ProductApplication {}
