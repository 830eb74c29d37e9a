/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.diary;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.springframework.data.jpa.domain.support.AuditingEntityListener;

/** An entity that Spring Data audits. */
@Entity
@NaturalKey("day")
@EntityListeners(AuditingEntityListener.class)
public class Entry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "on_day")
    private LocalDate day;

    private String text;

    @Embedded
    private Audit audit = new Audit();

    @Version
    private int version;

    protected Entry() {}

    public Entry(LocalDate day, String text) {
        this.day = day;
        this.text = text;
    }

    public String text() {
        return text;
    }

    public Audit audit() {
        return audit;
    }

    public int version() {
        return version;
    }
}
