/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ids that are read back by the codes, and put into the order of the items. */
final class JdbcIds {

    private JdbcIds() {}

    static String select(int rows) {
        return "SELECT id, code FROM item WHERE code IN (" + String.join(", ", Collections.nCopies(rows, "?")) + ")";
    }

    static List<@Nullable Long> read(PreparedStatement select, List<Item> items) throws SQLException {
        int parameter = 0;
        for (Item item : items) {
            select.setString(++parameter, item.code());
        }
        Map<String, Long> ids = new HashMap<>(items.size() * 2);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ids.put(row.getString(2), row.getLong(1));
            }
        }
        return items.stream().<@Nullable Long>map(item -> ids.get(item.code())).toList();
    }
}
