/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.guests;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A Spring Boot application that is a program of its own. */
@SpringBootApplication
public class GuestsApplication {

    public static void main(String[] args) {
        SpringApplication.run(GuestsApplication.class, args);
    }
}
