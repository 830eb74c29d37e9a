/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.kotlin

import org.springframework.boot.autoconfigure.SpringBootApplication

@SpringBootApplication
class ContactApplication
