/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.kotlin

import dev.onkey.hibernate.Outcome
import dev.onkey.hibernate.upsert.Updating
import dev.onkey.samples.mysql.MySqlServer
import dev.onkey.spring.data.DuplicateEntityException
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.catchThrowableOfType
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.getBean
import org.springframework.boot.builder.SpringApplicationBuilder
import org.springframework.context.ConfigurableApplicationContext

class ContactsTest {

    @BeforeEach
    fun empty() = contacts.deleteAll()

    @Test
    fun getOrCreate() {
        val created = contacts.getOrCreate(Contact("ann@x.org", "Ann"))
        val found = contacts.getOrCreate(Contact("ann@x.org", "Anna"))
        val made = contacts.getOrCreate(mapOf("email" to "bob@x.org")) { Contact("bob@x.org", "Bob") }

        assertThat(found.id).isNotNull().isEqualTo(created.id)
        assertThat(found.name).isEqualTo("Ann")
        assertThat(made.name).isEqualTo("Bob")
        assertThat(contacts.findByNaturalKey(mapOf("email" to "eve@x.org"))).isEmpty()
    }

    @Test
    fun upsert() {
        val created = contacts.upsert(Contact("ann@x.org", "Ann"))
        val updated = contacts.upsert(Contact("ann@x.org", "Anna", "1"), Updating.only("name"))

        assertThat(created.outcome()).isEqualTo(Outcome.CREATED)
        assertThat(updated.outcome()).isEqualTo(Outcome.UPDATED)
        assertThat(updated.entity().name).isEqualTo("Anna")
        assertThat(updated.entity().phone).isNull()
        assertThat(updated.entity().version).isEqualTo(created.entity().version + 1)
    }

    @Test
    fun upsertAll() {
        contacts.save(Contact("ann@x.org", "Ann"))

        val rows = contacts.upsertAll(listOf(Contact("bob@x.org", "Bob"), Contact("ann@x.org", "Anna")))

        assertThat(rows.map { it.outcome() }).containsExactly(Outcome.CREATED, Outcome.UPDATED)
    }

    @Test
    fun duplicates() {
        contacts.save(Contact("ann@x.org", "Ann"))

        val duplicate = catchThrowableOfType(DuplicateEntityException::class.java) {
            contacts.save(Contact("ann@x.org", "Anna"))
        }

        assertThat(duplicate.entityType()).isEqualTo(Contact::class.java)
        assertThat(duplicate.attributes()).containsExactly(Contact::email.name)
    }

    companion object {
        private lateinit var context: ConfigurableApplicationContext
        private lateinit var contacts: Contacts

        @BeforeAll
        @JvmStatic
        fun start() {
            context = SpringApplicationBuilder(ContactApplication::class.java)
                .properties(
                    "spring.main.banner-mode=off",
                    "logging.level.root=WARN",
                    "logging.level.org.hibernate.orm.jdbc.error=OFF",
                    "spring.datasource.url=" + MySqlServer.shared().freshDatabase("onkey_kotlin"),
                    "spring.jpa.hibernate.ddl-auto=create-only",
                )
                .run()
            contacts = context.getBean()
        }

        @AfterAll
        @JvmStatic
        fun stop() = context.close()
    }
}
