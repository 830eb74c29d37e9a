/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A Spring Boot application that configures nothing. */
@SpringBootApplication
public class ShopApplication {}
