/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Its identifier is made by the database: the row is sent at once. */
@Entity(name = "Book")
class Book {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne
    Shelf shelf;

    @Column(unique = true)
    String isbn;

    /** Saved before this one. */
    @ManyToOne(cascade = CascadeType.PERSIST)
    Book sequelOf;

    Book() {}

    Book(Shelf shelf, String isbn) {
        this.shelf = shelf;
        this.isbn = isbn;
    }
}
