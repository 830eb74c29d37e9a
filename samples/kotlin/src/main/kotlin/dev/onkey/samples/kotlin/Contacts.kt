/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.kotlin

import dev.onkey.spring.data.UpsertRepository
import org.springframework.data.jpa.repository.JpaRepository

interface Contacts : JpaRepository<Contact, Long>, UpsertRepository<Contact>
