/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.model;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Two unique keys: the natural one, composite and with an association, and the phone. */
@Entity
@NaturalKey({"tenant", "email"})
@Table(
        uniqueConstraints = {
            @UniqueConstraint(
                    name = "ux_account",
                    columnNames = {"tenant_id", "email"}),
            @UniqueConstraint(name = "ux_phone", columnNames = "phone")
        })
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    public Tenant tenant;

    @Column(nullable = false, length = 80)
    public String email;

    @Column(length = 20)
    public String phone;

    public String name;

    public int logins;

    @Column(updatable = false)
    public String origin;

    @Version
    public int version;

    @OneToMany
    public List<Event> events = new ArrayList<>();

    protected Account() {}

    public Account(Tenant tenant, String email) {
        this.tenant = tenant;
        this.email = email;
    }

    public Account name(String name) {
        this.name = name;
        return this;
    }

    public Account phone(String phone) {
        this.phone = phone;
        return this;
    }

    public Account logins(int logins) {
        this.logins = logins;
        return this;
    }
}
