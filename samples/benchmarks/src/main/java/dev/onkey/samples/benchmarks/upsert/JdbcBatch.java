/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch of single upserts, which the driver rewrites to statements of many rows; its ids are what the driver says they are. */
record JdbcBatch(Transactions transactions, Chunks chunks) implements Contestant {

    @Override
    public Answer write(List<Item> items) throws SQLException {
        return transactions.run(connection -> {
            List<@Nullable Long> ids = new ArrayList<>(items.size());
            try (PreparedStatement statement =
                    connection.prepareStatement(ItemSql.upsert(1), Statement.RETURN_GENERATED_KEYS)) {
                chunks.forEach(items, part -> {
                    for (Item item : part) {
                        ItemSql.bind(statement, 0, item);
                        statement.addBatch();
                    }
                    statement.executeBatch();
                    try (ResultSet keys = statement.getGeneratedKeys()) {
                        while (keys.next()) {
                            ids.add(keys.getLong(1));
                        }
                    }
                });
            }
            return Answer.ofIds(ids);
        });
    }
}
