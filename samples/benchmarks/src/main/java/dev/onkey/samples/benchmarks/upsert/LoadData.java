/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import com.mysql.cj.jdbc.JdbcStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code LOAD DATA LOCAL INFILE} into a temporary table, and one {@code INSERT … SELECT … ON DUPLICATE KEY UPDATE} from there. */
record LoadData(Transactions transactions, boolean readsIds) implements Contestant {

    private static final String STAGING = "CREATE TEMPORARY TABLE staging (place INT AUTO_INCREMENT PRIMARY KEY,"
            + " code VARCHAR(40), barcode VARCHAR(40), name VARCHAR(100), quantity INT, price DECIMAL(10, 2),"
            + " changed_at DATETIME(6))";
    private static final String LOAD =
            "LOAD DATA LOCAL INFILE 'items' INTO TABLE staging CHARACTER SET utf8mb4 (" + ItemSql.COLUMNS + ")";
    private static final String MERGE = "INSERT INTO item (" + ItemSql.COLUMNS + ") SELECT " + ItemSql.COLUMNS
            + " FROM staging ORDER BY place ON DUPLICATE KEY UPDATE "
            + ItemSql.UPDATES.replaceAll("VALUES\\((\\w+)\\)", "staging.$1").replaceAll("(\\w+) =", "item.$1 =");
    private static final String IDS = "SELECT item.id FROM staging JOIN item USING (code) ORDER BY staging.place";

    @Override
    public Answer write(List<Item> items) throws SQLException {
        return transactions.run(connection -> {
            try (Statement statement = connection.createStatement()) {
                // neither this nor its end commits the transaction
                statement.execute(STAGING);
                try {
                    statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(new ItemLines(items.iterator()));
                    statement.execute(LOAD);
                    statement.executeUpdate(MERGE);
                    return readsIds ? Answer.ofIds(ids(connection, items.size())) : Answer.NONE;
                } finally {
                    statement.execute("DROP TEMPORARY TABLE staging");
                }
            }
        });
    }

    private static List<@Nullable Long> ids(Connection connection, int size) throws SQLException {
        List<@Nullable Long> ids = new ArrayList<>(size);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(IDS)) {
            while (row.next()) {
                ids.add(row.getLong(1));
            }
        }
        return ids;
    }
}
