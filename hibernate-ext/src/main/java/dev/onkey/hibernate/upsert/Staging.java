/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.JDBCException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.exception.SQLGrammarException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the chunks of an import as files, by way of a temporary table, as long as that works; nobody is told which of a chunk's rows were
 * new. What does not work leaves no trace, and is left to the usual way.
 */
final class Staging {

    /** Fewer rows than these are not worth a table. */
    private static final int WORTH_IT = 200;

    private static final Logger LOG = Logger.getLogger(Staging.class);

    private boolean possible = true;

    /** Writes rows whose natural keys differ; null if it cannot be done. */
    @Nullable
    StagedRows write(
            UpsertPlan plan,
            StagingSql sql,
            List<Candidate> rows,
            NewRows newRows,
            SharedSessionContractImplementor session) {
        if (!possible || rows.size() < WORTH_IT) {
            return null;
        }
        try {
            StagedText text = new StagedText(plan.entity().columns(), sql.positions(), times(session), session);
            rows.forEach(each -> text.add(each.proposal().values()));
            StagedChunk chunk = new StagedChunk(sql, text, newRows, plan.entity(), session);
            return AllOrNothing.get(session, chunk::write);
        } catch (NotStagedException | SQLGrammarException e) {
            // the latter where something is not allowed as well, and where the unique key has been renamed
            LOG.debugf("Rows of %s cannot be sent as files: %s", plan.entity().name(), reason(e));
            possible = false;
        } catch (StagedChunk.CollisionException e) {
            newRows.expect(false);
        } catch (JDBCException e) {
            if (!Splitting.isOfARow(e)) {
                throw e;
            }
            newRows.expect(false);
        }
        return null;
    }

    /** Without the server's message, which may hold values. */
    private static String reason(RuntimeException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return "error " + error.getErrorCode();
            }
        }
        return "a value has no words in a file";
    }

    private static @Nullable TimeText times(SharedSessionContractImplementor session) {
        Connection connection =
                session.getJdbcCoordinator().getLogicalConnection().getPhysicalConnection();
        try {
            return TimeText.of(connection);
        } catch (SQLException e) {
            throw new NotStagedException(e);
        }
    }
}
