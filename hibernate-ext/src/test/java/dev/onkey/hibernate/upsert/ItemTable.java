/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table of items, and a session factory of its own. */
final class ItemTable implements AutoCloseable {

    private final TestFactory factory;
    private final Jdbc jdbc;

    private ItemTable(TestFactory factory) {
        this.factory = factory;
        this.jdbc = new Jdbc(factory.url());
    }

    static ItemTable of(String database) {
        return of(builder(database));
    }

    static ItemTable of(TestFactory.Builder builder) {
        return new ItemTable(builder.build());
    }

    static TestFactory.Builder builder(String database) {
        return TestFactory.of(database, Item.class);
    }

    TestFactory factory() {
        return factory;
    }

    Jdbc jdbc() {
        return jdbc;
    }

    void empty() {
        jdbc.execute("delete from Item");
        factory.statements().clear();
    }

    /** What was sent since the table was emptied, or since the last call of this. */
    List<String> sent() {
        List<String> sent = List.copyOf(factory.statements());
        factory.statements().clear();
        return sent;
    }

    List<UpsertedRow> write(List<Item> items) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsertAll(items));
    }

    List<UpsertedRow> write(List<Item> items, Updating<Item> updating) {
        return factory.sessions()
                .fromTransaction(session -> Upserts.in(session).upsertAll(Item.class, items, updating));
    }

    List<UpsertedRow> insertIfAbsent(List<Item> items) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).insertAllIfAbsent(items));
    }

    static List<Item> items(int count) {
        return items(count, "code");
    }

    /** Items whose codes begin alike. */
    static List<Item> items(int count, String prefix) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> new Item(prefix + " " + i, "name"))
                .toList());
    }

    @Override
    public void close() {
        factory.close();
    }
}
