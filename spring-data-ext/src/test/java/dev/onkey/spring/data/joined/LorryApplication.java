/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.joined;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A Spring Boot application that cannot start. */
@SpringBootApplication
public class LorryApplication {}
