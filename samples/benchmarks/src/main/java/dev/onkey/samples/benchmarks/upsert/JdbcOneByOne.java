/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code INSERT … ON DUPLICATE KEY UPDATE} a row, which also tells its id. */
record JdbcOneByOne(Transactions transactions) implements Contestant {

    @Override
    public Answer write(List<Item> items) throws SQLException {
        return transactions.run(connection -> {
            List<@Nullable Long> ids = new ArrayList<>(items.size());
            try (PreparedStatement statement =
                    connection.prepareStatement(ItemSql.upsertTellingId(), Statement.RETURN_GENERATED_KEYS)) {
                for (Item item : items) {
                    ItemSql.bind(statement, 0, item);
                    statement.executeUpdate();
                    ids.add(generated(statement));
                }
            }
            return Answer.ofIds(ids);
        });
    }

    static @Nullable Long generated(PreparedStatement statement) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            return keys.next() ? (Long) keys.getLong(1) : null;
        }
    }
}
