/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A table of items.
 *
 * @param assignsIds whether the application does: those that know rows by their ids only have a table of their own
 */
record ItemTable(DataSource pool, String name, boolean assignsIds) {

    private static final int BATCH = 1_000;

    void create() throws SQLException {
        execute("CREATE TABLE " + name + " (id BIGINT " + (assignsIds ? "" : "AUTO_INCREMENT ") + "PRIMARY KEY,"
                + " code VARCHAR(40) NOT NULL UNIQUE, barcode VARCHAR(40) UNIQUE, name VARCHAR(100) NOT NULL,"
                + " quantity INT NOT NULL, price DECIMAL(10, 2) NOT NULL, changed_at DATETIME(6) NOT NULL)");
    }

    /** Brings the table into a state, whatever it holds. */
    void prepare(State state, int items) throws SQLException {
        execute("TRUNCATE TABLE " + name);
        fill(state, items);
        // else the server would do it when it sees fit, while somebody is being measured
        execute("ANALYZE TABLE " + name);
    }

    /** Reads all rows, one after the other. */
    void forEach(Reader reader) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            // the driver's sign for rows that are streamed
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = statement.executeQuery("SELECT id, " + ItemSql.COLUMNS + " FROM " + name)) {
                while (row.next()) {
                    reader.read(row.getLong("id"), ItemSql.read(row));
                }
            }
        }
    }

    private void fill(State state, int items) throws SQLException {
        String insert = ItemSql.insert(1).replace("INTO item (", "INTO " + name + " (" + (assignsIds ? "id, " : ""));
        try (Connection connection = pool.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(assignsIds ? insert.replace("(?", "(?, ?") : insert)) {
            int waiting = 0;
            for (Item item : Items.before(items)) {
                if (!state.existsBefore(item.number())) {
                    continue;
                }
                if (assignsIds) {
                    statement.setLong(1, assignedId(item));
                }
                ItemSql.bind(statement, assignsIds ? 1 : 0, item);
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
            connection.commit();
        }
    }

    static long assignedId(Item item) {
        return item.number() + 1L;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Gets what is stored. */
    interface Reader {
        void read(long id, Item stored);
    }
}
