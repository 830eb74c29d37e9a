/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.matrix.Path.Settings;
import dev.onkey.samples.mysql.MySqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;

/** The session factories of the matrix, and the rows that are in the way. */
final class MatrixFactories implements AutoCloseable {

    private final Map<Settings, TestFactory> factories = new EnumMap<>(Settings.class);

    private MatrixFactories() {}

    static MatrixFactories start(List<Declaration> declarations) {
        MatrixFactories started = new MatrixFactories();
        MySqlServer.shared().freshDatabase(Names.OTHER_SCHEMA);
        String url = MySqlServer.shared().freshDatabase("dup_matrix");
        started.add(Settings.PLAIN, builder(), url);
        started.store(Settings.PLAIN, declarations);
        started.add(
                Settings.BATCHED,
                builder().set("hibernate.jdbc.batch_size", 10).set("hibernate.order_inserts", true),
                url);
        started.add(
                Settings.REWRITTEN,
                builder().set("hibernate.jdbc.batch_size", 10).url("rewriteBatchedStatements=true"),
                url);
        started.add(Settings.PREPARED_ON_SERVER, builder().url("useServerPrepStmts=true"), url);
        if (speaksGerman(url)) {
            started.add(Settings.GERMAN, builder().url("sessionVariables=lc_messages='de_DE'"), url);
        }
        started.addUnderscores(declarations);
        return started;
    }

    /** Servers have their messages in other languages in files, which not every one brings. */
    private static boolean speaksGerman(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("set lc_messages = 'de_DE'");
            return true;
        } catch (SQLException absent) {
            return false;
        }
    }

    private static TestFactory.Builder builder() {
        return TestFactory.of("", Declarations.ENTITIES);
    }

    private void add(Settings settings, TestFactory.Builder builder, String url) {
        if (!factories.isEmpty()) {
            builder.set("hibernate.hbm2ddl.auto", "none");
        }
        factories.put(settings, builder.on(url));
    }

    private void addUnderscores(List<Declaration> declarations) {
        TestFactory factory = builder()
                .set(
                        "hibernate.physical_naming_strategy",
                        "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy")
                .on(MySqlServer.shared().freshDatabase("dup_matrix_underscores"));
        factories.put(Settings.UNDERSCORES, factory);
        store(Settings.UNDERSCORES, declarations);
    }

    private void store(Settings settings, List<Declaration> declarations) {
        get(settings).inTransaction(session -> {
            for (long id = 1; id < 10; id++) {
                session.persist(new Tenant(id));
            }
            session.flush();
            for (Declaration each : declarations) {
                session.persist(each.row.apply(1L, 1L));
                session.persist(each.row.apply(2L, 2L));
                for (Object other : each.alsoStored) {
                    session.merge(other);
                }
            }
        });
    }

    boolean has(Settings settings) {
        return factories.containsKey(settings);
    }

    SessionFactory get(Settings settings) {
        return factories.get(settings).sessions();
    }

    String description() {
        return MySqlServer.shared().description() + ", " + driver();
    }

    /** The columns of a unique index on the server; empty if it has none of that name. */
    List<String> uniqueColumns(Settings settings, Declaration declaration, DuplicateKey key) throws SQLException {
        String schema = declaration.entity == Names.Elsewhere.class ? "'" + Names.OTHER_SCHEMA + "'" : "database()";
        List<String> columns = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(factories.get(settings).url());
                PreparedStatement statement = connection.prepareStatement(
                        "select column_name from information_schema.statistics where non_unique = 0 and table_name = ?"
                                + " and index_name = ? and table_schema = " + schema)) {
            statement.setString(1, key.table());
            statement.setString(2, key.constraint());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    @Override
    public void close() {
        factories.values().forEach(TestFactory::close);
    }

    private String driver() {
        try (Connection connection =
                DriverManager.getConnection(factories.get(Settings.PLAIN).url())) {
            return connection.getMetaData().getDriverName();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
