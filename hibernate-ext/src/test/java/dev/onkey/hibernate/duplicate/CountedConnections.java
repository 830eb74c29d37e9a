/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** A pool that keeps no connection, but lends no more than it may. */
final class CountedConnections implements ConnectionProvider {

    private static final long serialVersionUID = 1L;

    final AtomicInteger lent = new AtomicInteger();
    volatile boolean broken;

    private final String url;
    private final Semaphore free;

    CountedConnections(String url, int most) {
        this.url = url;
        free = new Semaphore(most);
    }

    @Override
    public Connection getConnection() throws SQLException {
        lent.incrementAndGet();
        if (broken) {
            throw new SQLTransientConnectionException("broken");
        }
        try {
            if (!free.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new SQLTransientConnectionException("none is free");
            }
        } catch (InterruptedException e) {
            throw new SQLTransientConnectionException(e);
        }
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        connection.close();
        free.release();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
