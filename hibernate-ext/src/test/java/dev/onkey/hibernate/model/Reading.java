/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.model;

import dev.onkey.hibernate.NaturalKey;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.UpdateTimestamp;

/** One attribute of each basic kind; a key inside an embedded one; a table and columns whose names need quotes. */
@Entity
@NaturalKey({"place.zip", "day"})
@Table(name = "`order`")
public class Reading {

    public enum Quality {
        RAW,
        CHECKED
    }

    /** Stored in its own words. */
    @Converter
    public static class YesNo implements AttributeConverter<Boolean, String> {

        @Override
        public String convertToDatabaseColumn(Boolean attribute) {
            return attribute == null ? null : attribute ? "yes" : "no";
        }

        @Override
        public Boolean convertToEntityAttribute(String column) {
            return column == null ? null : column.equals("yes");
        }
    }

    @Embeddable
    public static class Place {

        @Column(length = 10)
        public String zip;

        public String street;

        protected Place() {}

        public Place(String zip, String street) {
            this.zip = zip;
            this.street = street;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Integer id;

    @Embedded
    public Place place;

    @Column(name = "`day`")
    public LocalDate day;

    @Enumerated(EnumType.STRING)
    @Column(name = "`key`")
    public Quality quality = Quality.RAW;

    public Double celsius;

    @Column(precision = 10, scale = 2)
    public BigDecimal price;

    public Boolean wet;

    @Convert(converter = YesNo.class)
    public Boolean windy = true;

    public byte[] raw;

    public Instant measured;

    @CreationTimestamp
    public Instant created;

    @UpdateTimestamp
    public Instant updated;

    @Formula("upper(street)")
    public String shout;

    protected Reading() {}

    public Reading(String zip, LocalDate day) {
        this.place = new Place(zip, "High Street");
        this.day = day;
    }
}
