/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** A parent whose children are saved with it. */
@Entity(name = "Shelf")
class Shelf {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL)
    List<Book> books = new ArrayList<>();

    @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL)
    List<Label> labels = new ArrayList<>();

    Book book(String isbn) {
        Book book = new Book(this, isbn);
        books.add(book);
        return book;
    }

    Label label(int id, String text) {
        Label label = new Label(id, this, text);
        labels.add(label);
        return label;
    }
}
