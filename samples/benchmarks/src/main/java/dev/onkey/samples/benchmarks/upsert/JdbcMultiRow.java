/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One {@code INSERT … ON DUPLICATE KEY UPDATE} for many rows. */
record JdbcMultiRow(Transactions transactions, Chunks chunks, boolean readsIds) implements Contestant {

    @Override
    public Answer write(List<Item> items) throws SQLException {
        return transactions.run(connection -> {
            List<@Nullable Long> ids = new ArrayList<>(readsIds ? items.size() : 0);
            try (Statements statements = new Statements(connection)) {
                chunks.forEach(items, part -> {
                    PreparedStatement upsert = statements.upsert(part.size());
                    ItemSql.bind(upsert, part);
                    upsert.executeUpdate();
                    if (readsIds) {
                        ids.addAll(JdbcIds.read(statements.select(part.size()), part));
                    }
                });
            }
            return readsIds ? Answer.ofIds(ids) : Answer.NONE;
        });
    }

    /** The statements of one size, which all parts but the last share: the driver would parse each text anew. */
    private static final class Statements implements AutoCloseable {

        private final Connection connection;
        private int rows;
        private @Nullable PreparedStatement upsert;
        private @Nullable PreparedStatement select;

        Statements(Connection connection) {
            this.connection = connection;
        }

        PreparedStatement upsert(int rows) throws SQLException {
            if (rows != this.rows) {
                close();
                this.rows = rows;
            }
            if (upsert == null) {
                upsert = connection.prepareStatement(ItemSql.upsert(rows));
            }
            return upsert;
        }

        PreparedStatement select(int rows) throws SQLException {
            if (select == null) {
                select = connection.prepareStatement(JdbcIds.select(rows));
            }
            return select;
        }

        @Override
        public void close() throws SQLException {
            if (upsert != null) {
                upsert.close();
                upsert = null;
            }
            if (select != null) {
                select.close();
                select = null;
            }
        }
    }
}
