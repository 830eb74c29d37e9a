/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static dev.onkey.hibernate.upsert.Expression.proposed;
import static dev.onkey.hibernate.upsert.Expression.stored;
import static dev.onkey.hibernate.upsert.Expression.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UpdatingTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("updating", Offer.class).build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void oneOffer() {
        jdbc.execute("delete from Offer");
        upsert(new Offer("x", 10, 5, "blue"), Updating.all());
    }

    @Test
    @DisplayName("only chosen attributes")
    void writesOnlyWhatIsChosen() {
        Upserted<Offer> upserted = upsert(new Offer("x", 11, 6, "red"), Updating.only("price", "look.color"));

        assertThat(upserted.outcome()).isEqualTo(UPDATED);
        assertThat(row()).isEqualTo("11|5|red|1");
    }

    @Test
    @DisplayName("all except chosen attributes")
    void writesAllButWhatIsExcepted() {
        upsert(new Offer("x", 11, 6, "red"), Updating.except("look"));

        assertThat(row()).isEqualTo("11|6|blue|1");
    }

    @Test
    void aRowThatDoesNotExistIsInsertedInFullWhateverIsChosen() {
        assertThat(upsert(new Offer("new", 1, 2, "c"), Updating.only("price")).outcome())
                .isEqualTo(CREATED);

        assertThat(jdbc.row("select price, stock, color, version from Offer where code = 'new'"))
                .isEqualTo("1|2|c|0");
    }

    @Test
    void writesNothingWhereNothingIsChosen() {
        Upserted<Offer> upserted = upsert(new Offer("x", 11, 6, "red"), Updating.nothing());

        assertThat(upserted.outcome()).isEqualTo(UNCHANGED);
        assertThat(upserted.entity().price).isEqualTo(10);
        assertThat(row()).isEqualTo("10|5|blue|0");
    }

    @Test
    void aChosenAttributeThatDoesNotDifferChangesNothing() {
        assertThat(upsert(new Offer("x", 10, 6, "red"), Updating.only("price")).outcome())
                .isEqualTo(UNCHANGED);
        assertThat(row()).isEqualTo("10|5|blue|0");
    }

    @Test
    @DisplayName(
            "increments and expressions from stored and proposed values; the returned entity shows the stored value")
    void incrementsAndCalculates() {
        Offer upserted = upsert(
                        new Offer("x", 7, 3, "red"),
                        Updating.<Offer>only("look").increment("price").add("stock"))
                .entity();

        assertThat(upserted.price).isEqualTo(11);
        assertThat(upserted.stock).isEqualTo(8);
        assertThat(upserted.version).isEqualTo(1);

        Offer calculated = upsert(
                        new Offer("x", 2, 3, null),
                        Updating.nothing()
                                .set(
                                        "price",
                                        stored("price").times(proposed("price")).plus(value(1)))
                                .set("stock", stored("price")))
                .entity();

        assertThat(calculated.price).isEqualTo(11 * 2 + 1);
        assertThat(calculated.stock).as("the price from before the update").isEqualTo(11);
        assertThat(row()).isEqualTo("23|11|red|2");
    }

    @Test
    void keepsTheGreatestTheLeastAndWhatIsNull() {
        Updating<Object> keeping =
                Updating.all().keepGreatest("price").keepLeast("stock").keepIfNull("look.color");

        assertThat(upsert(new Offer("x", 9, 6, null), keeping).outcome()).isEqualTo(UNCHANGED);
        assertThat(upsert(new Offer("x", 12, 4, "red"), keeping).outcome()).isEqualTo(UPDATED);
        assertThat(row()).isEqualTo("12|4|red|1");

        jdbc.execute("update Offer set stock = null, price = null");
        upsert(new Offer("x", 1, 9, null), keeping);
        assertThat(row()).isEqualTo("1|9|red|2");
    }

    @Test
    @DisplayName("conditional update whose condition reads a column being updated")
    void updatesUnderAConditionThatReadsWhatIsWritten() {
        Updating<Object> cheaperAndMore = Updating.all()
                .updateIf(Expression.<Integer>proposed("price").isLessThan(stored("price")))
                .updateIf(Expression.<Integer>proposed("stock").isGreaterThan(stored("stock")));

        assertThat(upsert(new Offer("x", 9, 5, "red"), cheaperAndMore).outcome())
                .isEqualTo(UNCHANGED);
        assertThat(upsert(new Offer("x", 11, 6, "red"), cheaperAndMore).outcome())
                .isEqualTo(UNCHANGED);
        assertThat(row()).isEqualTo("10|5|blue|0");

        assertThat(upsert(new Offer("x", 9, 6, "red"), cheaperAndMore).outcome())
                .isEqualTo(UPDATED);
        assertThat(row()).isEqualTo("9|6|red|1");
    }

    @Test
    void aConditionOnNullIsTrueOrFalse() {
        Updating<Object> blank =
                Updating.all().updateIf(stored("look.color").isNull().not());
        jdbc.execute("update Offer set color = null");

        assertThat(upsert(new Offer("x", 1, 1, "red"), blank).outcome()).isEqualTo(UNCHANGED);
        assertThat(upsert(
                                new Offer("x", 1, 1, "red"),
                                Updating.all()
                                        .updateIf(Expression.<String>stored("look.color")
                                                .isGreaterThan(value("a"))
                                                .not()))
                        .outcome())
                .isEqualTo(UPDATED);
    }

    @Test
    void bindsAValueAsTheAttributeThatItIsComparedWith() {
        LocalDateTime seen = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 120_000_000);
        Updating<Object> sameMoment = Updating.all().updateIf(stored("seen").isEqualTo(value(seen)));

        assertThat(upsert(new Offer("x", 1, 1, "red"), sameMoment).outcome()).isEqualTo(UNCHANGED);
        upsert(new Offer("x", 1, 1, "red"), Updating.nothing().set("seen", value(seen)));
        assertThat(upsert(new Offer("x", 2, 1, "red"), sameMoment).outcome()).isEqualTo(UPDATED);
    }

    @Test
    void takesAttributesOfTheStaticMetamodel() {
        EntityType<Offer> offer = factory.sessions().getMetamodel().entity(Offer.class);
        // what Offer_.price and Offer_.stock are in an application
        SingularAttribute<Offer, Integer> price = offer.getDeclaredSingularAttribute("price", Integer.class);
        SingularAttribute<Offer, Integer> stock = offer.getDeclaredSingularAttribute("stock", Integer.class);

        upsert(
                new Offer("x", 12, 7, "red"),
                Updating.only(price).increment(stock).updateIf(proposed(price).isGreaterThan(stored(price))));
        assertThat(row()).isEqualTo("12|6|blue|1");

        upsert(
                new Offer("x", 11, 9, "red"),
                Updating.<Offer>nothing()
                        .keepGreatest(price)
                        .set(stock, stored(price).minus(value(2))));
        assertThat(row()).isEqualTo("12|10|blue|2");
    }

    @Test
    void countsInEveryTypeOfNumber() {
        Updating<Object> counting =
                Updating.nothing().increment("views").increment("rate", 2).increment("stock", -1);

        upsert(new Offer("x", 1, 1, "red"), counting);
        Offer counted = upsert(new Offer("x", 1, 1, "red"), counting).entity();

        assertThat(counted.views).isEqualTo(2);
        assertThat(counted.rate).isEqualByComparingTo("4");
        assertThat(counted.stock).isEqualTo(3);
    }

    @Test
    void comparesCalculatedValuesWithValues() {
        Updating<Object> many = Updating.all()
                .updateIf(Expression.<Integer>stored("price")
                        .plus(stored("stock"))
                        .isGreaterThan(value(15)));

        assertThat(upsert(new Offer("x", 1, 1, "red"), many).outcome()).isEqualTo(UNCHANGED);
        assertThat(upsert(new Offer("x", 11, 5, "red"), Updating.all()).outcome())
                .isEqualTo(UPDATED);
        assertThat(upsert(new Offer("x", 1, 1, "red"), many).outcome()).isEqualTo(UPDATED);
    }

    private static String row() {
        return jdbc.row("select price, stock, color, version from Offer where code = 'x'");
    }

    private static Upserted<Offer> upsert(Offer offer, Updating<? super Offer> updating) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsert(offer, updating));
    }

    @Embeddable
    static class Look {
        String color;
    }

    @Entity(name = "Offer")
    @NaturalKey("code")
    static class Offer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20)
        String code;

        Integer price;
        Integer stock;
        LocalDateTime seen;
        long views;
        BigDecimal rate;

        @Embedded
        Look look = new Look();

        @Version
        int version;

        protected Offer() {}

        Offer(String code, int price, int stock, String color) {
            this.code = code;
            this.price = price;
            this.stock = stock;
            look.color = color;
        }
    }
}
