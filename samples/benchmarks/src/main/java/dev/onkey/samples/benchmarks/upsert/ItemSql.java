/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;

/** The SQL that is written by hand, and what goes with it. */
final class ItemSql {

    static final String COLUMNS = "code, barcode, name, quantity, price, changed_at";

    /** Of the table's own name for the values; the alias that succeeds it is not known to MySQL 5.7 and MariaDB. */
    static final String UPDATES = "barcode = VALUES(barcode), name = VALUES(name), quantity = VALUES(quantity),"
            + " price = VALUES(price), changed_at = VALUES(changed_at)";

    private static final int PARAMETERS = 6;
    private static final String ROW = "(?, ?, ?, ?, ?, ?)";

    private ItemSql() {}

    static String insert(int rows) {
        return "INSERT INTO item (" + COLUMNS + ") VALUES " + String.join(", ", Collections.nCopies(rows, ROW));
    }

    static String upsert(int rows) {
        return insert(rows) + " ON DUPLICATE KEY UPDATE " + UPDATES;
    }

    /** The server's own way to have the id of a row that exists. */
    static String upsertTellingId() {
        return insert(1) + " ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), " + UPDATES;
    }

    static void bind(PreparedStatement statement, List<Item> items) throws SQLException {
        int row = 0;
        for (Item item : items) {
            bind(statement, row++ * PARAMETERS, item);
        }
    }

    static void bind(PreparedStatement statement, int before, Item item) throws SQLException {
        statement.setString(before + 1, item.code());
        statement.setString(before + 2, item.barcode());
        statement.setString(before + 3, item.name());
        statement.setInt(before + 4, item.quantity());
        statement.setBigDecimal(before + 5, item.price());
        statement.setObject(before + 6, item.changedAt());
    }

    static Item read(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new Item(
                Item.numberOf(code),
                code,
                row.getString("barcode"),
                row.getString("name"),
                row.getInt("quantity"),
                row.getBigDecimal("price"),
                row.getObject("changed_at", LocalDateTime.class));
    }
}
