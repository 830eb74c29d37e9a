/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code INSERT … ON DUPLICATE KEY UPDATE} a row, which also tells its id.
 *
 * @param reads whether the row is then read, as it is stored
 */
record JdbcOneByOne(Transactions transactions, boolean reads) implements Contestant {

    private static final String SELECT = "SELECT " + ItemSql.COLUMNS + " FROM item WHERE id = ?";

    @Override
    public Answer write(List<Item> items) throws SQLException {
        return transactions.run(connection -> {
            List<@Nullable Long> ids = new ArrayList<>(items.size());
            try (PreparedStatement statement =
                            connection.prepareStatement(ItemSql.upsertTellingId(), Statement.RETURN_GENERATED_KEYS);
                    PreparedStatement select = connection.prepareStatement(SELECT)) {
                for (Item item : items) {
                    ItemSql.bind(statement, 0, item);
                    statement.executeUpdate();
                    Long id = generated(statement);
                    ids.add(id);
                    if (reads && id != null) {
                        read(select, id);
                    }
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

    private static void read(PreparedStatement select, long id) throws SQLException {
        select.setLong(1, id);
        try (ResultSet row = select.executeQuery()) {
            row.next();
            ItemSql.read(row);
        }
    }
}
