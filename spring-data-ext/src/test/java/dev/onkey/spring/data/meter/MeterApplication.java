/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.meter;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A Spring Boot application that listens to what is repeated. */
@SpringBootApplication
public class MeterApplication {}
