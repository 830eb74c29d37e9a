/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.joined;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** An entity of two tables. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@NaturalKey("plate")
public class Vehicle {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private String plate;
}
