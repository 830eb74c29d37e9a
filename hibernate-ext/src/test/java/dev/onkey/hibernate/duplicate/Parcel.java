/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Its table has been made by migrations. */
@Entity(name = "parcel")
@NaturalKey({"sender", "code"})
class Parcel {
    @Id
    int id;

    String sender;
    String code;
    String note;
    String label;
    Integer place;

    Parcel() {}

    Parcel(int id, String sender, String code) {
        this.id = id;
        this.sender = sender;
        this.code = code;
    }

    Parcel note(String value) {
        note = value;
        return this;
    }

    Parcel label(String value) {
        label = value;
        return this;
    }

    Parcel place(int value) {
        place = value;
        return this;
    }
}
