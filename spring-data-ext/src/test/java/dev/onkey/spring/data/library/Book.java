/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.library;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

@Entity
@NaturalKey("isbn")
public class Book {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private String isbn;

    private String title;

    private int copies;

    protected Book() {}

    public Book(String isbn, String title, int copies) {
        this.isbn = isbn;
        this.title = title;
        this.copies = copies;
    }

    public String title() {
        return title;
    }

    public int copies() {
        return copies;
    }
}
