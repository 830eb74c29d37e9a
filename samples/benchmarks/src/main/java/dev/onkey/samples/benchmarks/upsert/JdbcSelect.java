/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code SELECT} of the row by its key; where there is none, an insert that tells the id whoever was first. */
record JdbcSelect(Transactions transactions) implements Contestant {

    private static final String SELECT = "SELECT id, " + ItemSql.COLUMNS + " FROM item WHERE code = ?";
    private static final String INSERT = ItemSql.insert(1) + " ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)";

    @Override
    public Answer write(List<Item> items) throws SQLException {
        return transactions.run(connection -> {
            List<@Nullable Long> ids = new ArrayList<>(items.size());
            for (Item item : items) {
                Long found = select(connection, item);
                ids.add(found != null ? found : insert(connection, item));
            }
            return Answer.ofIds(ids);
        });
    }

    private static @Nullable Long select(Connection connection, Item item) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, item.code());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                // as all others do, which return the whole entity
                ItemSql.read(row);
                return row.getLong("id");
            }
        }
    }

    private static @Nullable Long insert(Connection connection, Item item) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
            ItemSql.bind(insert, 0, item);
            insert.executeUpdate();
            return JdbcOneByOne.generated(insert);
        }
    }
}
