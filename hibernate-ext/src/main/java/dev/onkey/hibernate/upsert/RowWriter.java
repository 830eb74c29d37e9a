/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.UpsertedRow;
import java.sql.SQLException;
import java.util.HashSet;
import org.hibernate.JDBCException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Writes one row with one statement, and says what that did. */
final class RowWriter {

    /** ER_SUBQUERY_NO_1_ROW: the guard's answer when another unique key hit the row. */
    private static final int HIT_THROUGH_ANOTHER_KEY = 1242;

    /** Between two statements another transaction may remove the row in the way and insert ours, but not for ever. */
    private static final int ATTEMPTS = 5;

    private final SharedSessionContractImplementor session;
    private final UpsertPlan plan;
    private final MappedEntity entity;
    private final Statements statements;

    RowWriter(UpsertPlan plan, SharedSessionContractImplementor session) {
        this.session = session;
        this.plan = plan;
        this.entity = plan.entity();
        this.statements = new Statements(plan, session);
    }

    /** Inserts the row, or finds the one with its natural key and leaves it as it is. */
    UpsertedRow insertIfAbsent(@Nullable Object[] row) {
        return write(plan.insertIfAbsent(), row);
    }

    /** Inserts the row, or writes its values to the one with its natural key. */
    UpsertedRow upsert(@Nullable Object[] row) {
        return write(plan.upsert(), row);
    }

    private UpsertedRow write(String sql, @Nullable Object[] row) {
        for (int attempt = 1; ; attempt++) {
            try {
                return described(statements.write(sql, row), row);
            } catch (SQLException e) {
                if (e.getErrorCode() != HIT_THROUGH_ANOTHER_KEY) {
                    throw converted(e, sql);
                }
            }
            // the guard has refused the row, but cannot say which key hit it: a plain insert does
            try {
                return created(statements.insert(row), row);
            } catch (SQLException e) {
                JDBCException named = converted(e, plan.insert());
                if (attempt == ATTEMPTS || !namesNaturalKey(named)) {
                    throw named;
                }
            }
        }
    }

    private UpsertedRow described(Answer answer, @Nullable Object[] row) throws SQLException {
        if (entity.shape().autoIncrement()) {
            return new UpsertedRow(entity.id(answer.autoIncrement(), session), answer.outcomeOfAutoIncrement());
        }
        Outcome outcome = answer.outcomeOfAssigned();
        boolean own = outcome == Outcome.CREATED || entity.shape().keyIsId();
        return new UpsertedRow(own ? entity.assignedId(row) : statements.selectId(row), outcome);
    }

    private UpsertedRow created(long generated, @Nullable Object[] row) {
        Object id = entity.shape().autoIncrement() ? entity.id(generated, session) : entity.assignedId(row);
        return new UpsertedRow(id, Outcome.CREATED);
    }

    private boolean namesNaturalKey(JDBCException e) {
        return e instanceof DuplicateEntityException duplicate
                && new HashSet<>(duplicate.attributes()).equals(new HashSet<>(entity.naturalKey()));
    }

    private JDBCException converted(SQLException e, String sql) {
        // not through the helper, which would log it: it is the caller's to log
        return session.getJdbcServices()
                .getSqlExceptionHelper()
                .getSqlExceptionConverter()
                .convert(e, "could not write " + entity.name() + " [" + e.getMessage() + "]", sql);
    }
}
