/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.OnkeySettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.config.spi.StandardConverters;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * The server, as the session factory's connections reach it.
 *
 * @param syntax what it understands
 * @param counts how the update counts of the driver are to be read
 * @param locksLikeHibernate whether Hibernate's own locking reads are in the server's syntax
 * @param maxAllowedPacket how long a statement may be, in bytes
 * @param localInfile whether rows can be sent as a file
 */
record Server(
        ServerSyntax syntax,
        UpdateCounts counts,
        boolean locksLikeHibernate,
        long maxAllowedPacket,
        boolean localInfile) {

    /**
     * Asks the connection.
     *
     * @throws IllegalArgumentException if the settings name a strategy that there is not
     */
    static Server of(Connection connection, SessionFactoryImplementor factory) throws SQLException {
        ServerSyntax syntax = ServerSyntax.of(connection.getMetaData().getDatabaseProductVersion());
        boolean likeHibernate =
                syntax.forShare() || !writesForShare(factory.getJdbcServices().getDialect());
        ServerSyntax used = insertsFirst(factory) ? syntax.withoutReports() : syntax;
        return new Server(
                used,
                UpdateCounts.of(connection),
                likeHibernate,
                maxAllowedPacket(connection),
                // older servers, and those that only speak like MySQL, are not worth their differences
                used.rowAlias() && used.reports() && LocalInfile.isAllowed(connection));
    }

    private static long maxAllowedPacket(Connection connection) throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet bytes = ask.executeQuery("SELECT @@max_allowed_packet")) {
            bytes.next();
            return bytes.getLong(1);
        }
    }

    private static boolean insertsFirst(SessionFactoryImplementor factory) {
        String strategy = factory.getServiceRegistry()
                .requireService(ConfigurationService.class)
                .getSetting(OnkeySettings.UPSERT_STRATEGY, StandardConverters.STRING, "");
        if (!strategy.isEmpty() && !strategy.equals(OnkeySettings.INSERT_FIRST)) {
            throw new IllegalArgumentException(OnkeySettings.UPSERT_STRATEGY + " is '" + strategy
                    + "', which is no strategy: set it to " + OnkeySettings.INSERT_FIRST + ", or not at all.");
        }
        return !strategy.isEmpty();
    }

    /** MySQLDialect does so for MySQL 5.7 too, which it takes for 8.0. */
    @SuppressWarnings("deprecation") // its successor is not in Hibernate 6.6
    private static boolean writesForShare(Dialect dialect) {
        int waitForever = -1;
        return dialect.getReadLockString("e", waitForever).contains("for share");
    }
}
