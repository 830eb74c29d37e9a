/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.kotlin

import dev.onkey.hibernate.NaturalKey
import jakarta.persistence.Column
import jakarta.persistence.Entity
import jakarta.persistence.GeneratedValue
import jakarta.persistence.GenerationType
import jakarta.persistence.Id
import jakarta.persistence.Version

@Entity
@NaturalKey("email")
class Contact(
    @Column(unique = true) val email: String,
    var name: String,
    @Column(unique = true) var phone: String? = null,
) {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    val id: Long? = null

    @Version
    val version: Int = 0
}
