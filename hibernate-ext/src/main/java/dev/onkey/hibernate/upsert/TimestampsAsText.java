/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * Binds timestamps in the words in which the driver would send them. Connector/J makes a {@code SimpleDateFormat} for each of them, which
 * takes longer than the rest of a row.
 */
final class TimestampsAsText {

    private final PreparedStatement statement;
    private final TimeText times;

    private TimestampsAsText(PreparedStatement statement, TimeText times) {
        this.statement = statement;
        this.times = times;
    }

    /** What the binders of timestamps are to bind to in the place of a statement: to itself where the driver would send other words. */
    static PreparedStatement of(PreparedStatement statement) throws SQLException {
        TimeText times = TimeText.of(statement.getConnection());
        if (times == null || !ConnectorJ.preparesStatements(statement.getConnection())) {
            return statement;
        }
        return (PreparedStatement) Proxy.newProxyInstance(
                TimestampsAsText.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new TimestampsAsText(statement, times)::call);
    }

    private @Nullable Object call(Object proxy, Method method, @Nullable Object[] arguments) throws Throwable {
        String text = method.getName().equals("setTimestamp") ? text(arguments) : null;
        if (text != null) {
            statement.setString((Integer) arguments[0], text);
            return null;
        }
        try {
            return method.invoke(statement, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private @Nullable String text(@Nullable Object[] arguments) {
        Calendar zone = arguments.length > 2 ? (Calendar) arguments[2] : null;
        return arguments[1] == null ? null : times.timestamp((Timestamp) arguments[1], zone);
    }
}
