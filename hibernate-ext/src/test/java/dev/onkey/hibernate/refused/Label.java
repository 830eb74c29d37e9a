/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.refused;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.LocalDateTime;

/** Its identifier is given: the row waits for the flush. */
@Entity(name = "Label")
@Table(
        uniqueConstraints = {
            @UniqueConstraint(
                    name = "ux_place",
                    columnNames = {"shelf_id", "side", "position"}),
        })
class Label {

    @Embeddable
    static class Place {
        Integer side;
        Integer position;
    }

    @Id
    int id;

    @ManyToOne
    Shelf shelf;

    @Column(unique = true)
    String text;

    @Column(unique = true)
    LocalDateTime printed;

    @Column(unique = true)
    @Convert(converter = Backwards.class)
    String code;

    @Embedded
    Place place = new Place();

    Label() {}

    Label(int id, Shelf shelf, String text) {
        this.id = id;
        this.shelf = shelf;
        this.text = text;
    }

    Label code(String value) {
        code = value;
        return this;
    }

    Label printed(LocalDateTime value) {
        printed = value;
        return this;
    }

    Label place(int side, int position) {
        place.side = side;
        place.position = position;
        return this;
    }
}
