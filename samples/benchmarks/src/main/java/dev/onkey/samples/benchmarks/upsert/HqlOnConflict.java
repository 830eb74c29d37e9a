/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;

/** HQL's {@code insert … on conflict … do update}; it tells no ids. */
record HqlOnConflict(SessionFactory factory, Chunks chunks) implements Contestant {

    private static final int PARAMETERS = 6;

    @Override
    public Answer write(List<Item> items) throws SQLException {
        try (StatelessSession session = factory.openStatelessSession()) {
            session.beginTransaction();
            chunks.forEach(
                    items,
                    part -> bound(session.createMutationQuery(hql(part.size())), part)
                            .executeUpdate());
            session.getTransaction().commit();
        }
        return Answer.NONE;
    }

    private static String hql(int rows) {
        return "insert into ItemEntity (code, barcode, name, quantity, price, changedAt) values "
                + IntStream.range(0, rows)
                        .map(row -> row * PARAMETERS)
                        .mapToObj(before -> "(?%d, ?%d, ?%d, ?%d, ?%d, ?%d)"
                                .formatted(before + 1, before + 2, before + 3, before + 4, before + 5, before + 6))
                        .collect(Collectors.joining(", "))
                + " on conflict (code) do update set barcode = excluded.barcode, name = excluded.name,"
                + " quantity = excluded.quantity, price = excluded.price, changedAt = excluded.changedAt";
    }

    private static MutationQuery bound(MutationQuery query, List<Item> items) {
        int before = 0;
        for (Item item : items) {
            query.setParameter(before + 1, item.code(), String.class)
                    .setParameter(before + 2, item.barcode(), String.class)
                    .setParameter(before + 3, item.name(), String.class)
                    .setParameter(before + 4, item.quantity(), Integer.class)
                    .setParameter(before + 5, item.price(), BigDecimal.class)
                    .setParameter(before + 6, item.changedAt(), LocalDateTime.class);
            before += PARAMETERS;
        }
        return query;
    }
}
