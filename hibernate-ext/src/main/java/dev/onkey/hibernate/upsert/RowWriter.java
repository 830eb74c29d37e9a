/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.row.MappedEntity;
import dev.onkey.hibernate.row.TableShape;
import java.util.List;
import java.util.Objects;
import org.hibernate.JDBCException;
import org.hibernate.StaleStateException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.exception.DataException;
import org.jspecify.annotations.Nullable;

/** Writes one row, with one statement where that is possible, and says what that did. */
final class RowWriter {

    /** ER_DATA_OUT_OF_RANGE: the guard's answer when another unique key hit the row, or that of what the caller calculates. */
    private static final int REFUSED = 1690;

    /** Between two statements another transaction may remove the row in the way and insert ours, but not for ever. */
    private static final int ATTEMPTS = 5;

    private final SharedSessionContractImplementor session;
    private final UpsertPlan plan;
    private final MappedEntity entity;
    private final StatementSet statements;
    private final JdbcStatements jdbc;

    RowWriter(UpsertPlan plan, StatementSet statements, String written, SharedSessionContractImplementor session) {
        this.session = session;
        this.plan = plan;
        this.entity = plan.entity();
        this.statements = statements;
        this.jdbc = new JdbcStatements(plan, new StatementRunner(written, session), session);
    }

    /** Inserts the row, or finds the one with its natural key and leaves it as it is. */
    WrittenRow insertIfAbsent(Proposal proposal) {
        return plan.server().syntax().reports()
                ? reported(statements.insertIfAbsent(), proposal, false)
                : insertFirst(proposal, false);
    }

    /**
     * Inserts the row, or writes the update to the one with its natural key.
     *
     * @throws StaleStateException if the candidate has another version than the stored row
     */
    WrittenRow upsert(Proposal proposal) {
        if (proposal.versioned()) {
            checkVersion(proposal);
        }
        return plan.server().syntax().reports()
                ? reported(statements.upsert(), proposal, true)
                : insertFirst(proposal, true);
    }

    /** Reads and locks the row with the natural key; null if there is none. */
    @Nullable
    StoredRow find(Proposal proposal) {
        return jdbc.selectId(statements.selectId(), proposal.values());
    }

    /** One statement that inserts, finds or updates, and reports which. */
    private WrittenRow reported(Sql sql, Proposal proposal, boolean update) {
        Answer answer;
        try {
            answer = jdbc.write(sql, proposal.values(), proposal.updates());
        } catch (JDBCException e) {
            if (e.getErrorCode() == REFUSED) {
                // the guard cannot say which key hit the row, nor whether ours has a row too; what the caller
                // calculates fails again
                return insertFirst(proposal, update);
            }
            throw e;
        }
        if (entity.shape().autoIncrement()) {
            Object id = entity.identifiers().fromServer(answer.autoIncrement(), session);
            return new WrittenRow(id, answer.outcomeOfAutoIncrement());
        }
        Outcome outcome = answer.outcomeOfAssigned();
        boolean own = outcome == Outcome.CREATED || entity.shape().keyIsId() && !answer.hasOtherText();
        return new WrittenRow(own ? proposal.id() : storedId(proposal), outcome);
    }

    /** A plain insert; where a key is in the way, the row with the natural key is looked for, locked and updated. */
    private WrittenRow insertFirst(Proposal proposal, boolean update) {
        for (int attempt = 1; ; attempt++) {
            DuplicateEntityException refused;
            try {
                return created(jdbc.insert(statements.insert(), proposal.values()), proposal);
            } catch (DuplicateEntityException e) {
                refused = e;
            }
            StoredRow stored =
                    update ? jdbc.lockId(statements.lockId(), proposal.values(), proposal.updates()) : find(proposal);
            if (stored != null) {
                return existing(stored, proposal, update);
            }
            if (attempt == ATTEMPTS || !namesNaturalKey(refused)) {
                throw explained(refused);
            }
        }
    }

    private WrittenRow existing(StoredRow stored, Proposal proposal, boolean update) {
        List<@Nullable Object> id = stored.id();
        TableShape shape = entity.shape();
        Object own = proposal.idOf(id, entity);
        Sql sql = statements.update();
        if (!update || !stored.applies() || sql == null) {
            return new WrittenRow(own, Outcome.UNCHANGED);
        }
        long count = jdbc.update(sql, shape.withId(proposal.values(), id), shape.withId(proposal.updates(), id));
        return new WrittenRow(own, new Answer(count, 0).outcomeOfExisting());
    }

    /** The id of the row that has the natural key; null if only its entity can tell. */
    private @Nullable Object storedId(Proposal proposal) {
        if (!entity.identifiers().basic()) {
            return null;
        }
        StoredRow stored = find(proposal);
        if (stored == null) {
            throw new IllegalStateException("A row of " + entity.simpleName() + " was found by its natural key "
                    + entity.naturalKey() + ", and cannot be read by it: a trigger on its table changes the key, or a"
                    + " column of it rounds what the candidate has.");
        }
        return entity.identifiers().fromColumn(stored.id().get(0));
    }

    private WrittenRow created(long generated, Proposal proposal) {
        Object id =
                entity.shape().autoIncrement() ? entity.identifiers().fromServer(generated, session) : proposal.id();
        return new WrittenRow(id, Outcome.CREATED);
    }

    private void checkVersion(Proposal proposal) {
        Sql lock = Objects.requireNonNull(statements.lockVersion());
        if (!jdbc.exists(lock, proposal.values())) {
            // not a StaleObjectStateException, whose identifier Hibernate would load: the row may have none
            throw new StaleStateException("The row of " + entity.simpleName() + " with the candidate's "
                    + entity.naturalKey() + " has another version than the candidate, or is gone: another"
                    + " transaction has changed it. Read it again.");
        }
    }

    private boolean namesNaturalKey(DuplicateEntityException duplicate) {
        return !duplicate.key().columns().isEmpty()
                && entity.shape().recognisedBy().containsAll(duplicate.key().columns());
    }

    /** Where the server proposes an id that is taken, it is no entity that is a duplicate. */
    private JDBCException explained(DuplicateEntityException refused) {
        boolean ownId = refused.key().kind() == DuplicateKey.Kind.PRIMARY
                && entity.shape().autoIncrement()
                && refused.entityType() != null
                && refused.entityType().isAssignableFrom(entity.persister().getMappedClass());
        return ownId
                ? new DataException(
                        "The AUTO_INCREMENT of table " + entity.shape().table()
                                + " is exhausted: the identifier that it"
                                + " proposes for a new " + entity.simpleName() + " is taken. Give the column "
                                + entity.shape().idColumns().get(0) + " a type with more values.",
                        refused.getSQLException(),
                        refused.getSQL())
                : refused;
    }
}
