/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

import dev.onkey.samples.mysql.MySqlServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * A session factory on a fresh database of the shared server, whose schema Hibernate creates; it keeps the statements.
 *
 * <pre>{@code
 * try (TestFactory factory = TestFactory.of("name", Account.class).url("rewriteBatchedStatements=true").build()) { … }
 * }</pre>
 *
 * <p>{@code -Donkey.driver=useAffectedRows=true&…} adds options to every URL, {@code -Donkey.strategy=insert_first} sets
 * {@link OnkeySettings#UPSERT_STRATEGY}.
 */
public final class TestFactory implements AutoCloseable {

    private final String url;
    private final SessionFactory sessions;
    private final List<String> statements;

    private TestFactory(String url, SessionFactory sessions, List<String> statements) {
        this.url = url;
        this.sessions = sessions;
        this.statements = statements;
    }

    /**
     * Starts one.
     *
     * @param database what the database is called; its content is lost
     * @param entities annotated classes
     */
    public static Builder of(String database, Class<?>... entities) {
        return new Builder(database, entities);
    }

    public SessionFactoryImplementor sessions() {
        return sessions.unwrap(SessionFactoryImplementor.class);
    }

    /** The JDBC URL of the database, for what is to be done by hand. */
    public String url() {
        return url;
    }

    /** What Hibernate has sent since the last {@code clear()}, the schema's statements aside. */
    public List<String> statements() {
        return statements;
    }

    /** Whether rows are written by {@link OnkeySettings#INSERT_FIRST}, which takes more statements. */
    public boolean insertsFirst() {
        return OnkeySettings.INSERT_FIRST.equals(sessions.getProperties().get(OnkeySettings.UPSERT_STRATEGY));
    }

    @Override
    public void close() {
        sessions.close();
    }

    /** Collects what a factory is to be built from. */
    public static final class Builder {

        private final String database;
        private final Class<?>[] entities;
        private final List<String> urlOptions = new ArrayList<>();
        private final Map<String, Object> settings = new LinkedHashMap<>();

        private Builder(String database, Class<?>... entities) {
            this.database = database;
            this.entities = entities;
            settings.put("hibernate.hbm2ddl.auto", "create-only");
            settings.put("hibernate.hbm2ddl.halt_on_error", "true");
            String driver = System.getProperty("onkey.driver", "");
            if (!driver.isEmpty()) {
                urlOptions.add(driver);
            }
            String strategy = System.getProperty("onkey.strategy", "");
            if (!strategy.isEmpty()) {
                settings.put(OnkeySettings.UPSERT_STRATEGY, strategy);
            }
            if (MySqlServer.shared().version().contains("MariaDB")) {
                // Connector/J calls it MySQL, and Hibernate believes that; MariaDB's own driver does not mind
                settings.put("hibernate.dialect", "org.hibernate.dialect.MariaDBDialect");
            }
            if (MySqlServer.shared().version().startsWith("5.")) {
                // MySQLDialect takes it for 8.0
                settings.put("hibernate.dialect", "org.hibernate.community.dialect.MySQLLegacyDialect");
            }
        }

        /** Adds an option to the JDBC URL: {@code "useAffectedRows=true"}. */
        public Builder url(String option) {
            urlOptions.add(option);
            return this;
        }

        /** Sets a property of Hibernate. */
        public Builder set(String key, Object value) {
            settings.put(key, value);
            return this;
        }

        /** Creates the database and builds the factory. */
        public TestFactory build() {
            return on(MySqlServer.shared().freshDatabase(database));
        }

        /** Builds the factory on a database that is there already. */
        public TestFactory on(String existingDatabase) {
            List<String> statements = Collections.synchronizedList(new ArrayList<>());
            StatementInspector record = sql -> {
                statements.add(sql);
                return sql;
            };
            String url = existingDatabase;
            for (String option : urlOptions) {
                url += "&" + option;
            }
            Configuration configuration = new Configuration();
            for (Class<?> entity : entities) {
                configuration.addAnnotatedClass(entity);
            }
            configuration.getProperties().put("hibernate.connection.url", url);
            configuration.getProperties().put("hibernate.session_factory.statement_inspector", record);
            settings.forEach(configuration.getProperties()::put);
            return new TestFactory(url, configuration.buildSessionFactory(), statements);
        }
    }
}
