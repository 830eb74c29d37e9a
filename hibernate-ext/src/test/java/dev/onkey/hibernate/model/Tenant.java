/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.NaturalId;

/** A natural key of one attribute, declared with Hibernate's own annotation. */
@Entity
public class Tenant {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @NaturalId
    @Column(length = 40)
    public String code;

    public String title;

    protected Tenant() {}

    public Tenant(String code) {
        this.code = code;
    }
}
