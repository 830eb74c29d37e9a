/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.shop;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** An entity with a generated identifier, recognised by its e-mail address. */
@Entity
@NaturalKey("email")
public class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private String email;

    @Column(unique = true)
    private String phone;

    @Column(columnDefinition = "varchar(40) not null") // Hibernate does not know, so that the server is asked
    private String name;

    @Version
    private int version;

    protected Account() {}

    public Account(String email, String phone, String name) {
        this.email = email;
        this.phone = phone;
        this.name = name;
    }

    public Long id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }
}
