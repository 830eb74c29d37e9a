/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.MappedEntity;
import dev.onkey.hibernate.row.TableShape;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an entity that is worked out once per session factory. Thread safe.
 */
final class UpsertPlan {

    /** Choices that hold values of their own could otherwise fill the memory. */
    private static final int MOST_VARIANTS = 500;

    private final MappedEntity entity;
    private final Server server;
    private final boolean dynamicInsert;
    private final StoredTable table;
    private final Map<String, String> unwritten;
    private final Column idColumn;
    private final Set<String> spaces;
    private final StatementSet usual;
    private final Map<Variant, StatementSet> variants = new ConcurrentHashMap<>();

    UpsertPlan(MappedEntity entity, Server server, boolean dynamicInsert, StoredTable table) {
        this.entity = entity;
        this.server = server;
        this.dynamicInsert = dynamicInsert;
        this.table = table;
        this.unwritten = entity.unwritten();
        this.idColumn = entity.idColumn();
        this.spaces = entity.spaces();
        this.usual = statements(new Variant(entity.shape(), Separate.NONE, UpdateChoice.ALL));
    }

    MappedEntity entity() {
        return entity;
    }

    Server server() {
        return server;
    }

    /** Whether an insert leaves out what is null. */
    boolean dynamicInsert() {
        return dynamicInsert;
    }

    /** The tables whose pending changes matter to a row. */
    Set<String> spaces() {
        return spaces;
    }

    /** The native query that reads the entity by its id as it is now, with the alias {@code e} and the parameter {@code id}. */
    String selectLocked() {
        return "SELECT {e.*} FROM " + entity.shape().table() + " e WHERE e."
                + entity.shape().idColumns().get(0) + " = :id LOCK IN SHARE MODE";
    }

    /**
     * The statements for a row.
     *
     * @throws IllegalArgumentException if the choice cannot be carried out
     */
    StatementSet statements(Proposal proposal, UpdateChoice choice) {
        // the same instances, as no candidate of most entities differs from another
        if (choice == UpdateChoice.ALL && proposal.shape() == entity.shape() && proposal.separate() == Separate.NONE) {
            return usual;
        }
        Variant variant = new Variant(proposal.shape(), proposal.separate(), choice);
        StatementSet known = variants.get(variant);
        if (known == null) {
            known = statements(variant);
            if (variants.size() < MOST_VARIANTS) {
                variants.put(variant, known);
            }
        }
        return known;
    }

    /**
     * Checks a choice before any candidate is looked at.
     *
     * @throws IllegalArgumentException if it cannot be carried out
     */
    void check(UpdateChoice choice) {
        // what is usual has been read already
        if (choice != UpdateChoice.ALL) {
            read(choice, entity.shape());
        }
    }

    private StatementSet statements(Variant variant) {
        Update update = read(variant.choice, variant.shape);
        return StatementSet.of(
                variant.shape,
                idColumn,
                entity.versionAttribute(),
                update,
                variant.separate,
                server.syntax(),
                column -> entity.columns().reader(column).expression(),
                table.uniqueIndex() != null,
                staging(variant, update));
    }

    private @Nullable StagingSql staging(Variant variant, Update update) {
        String index = table.uniqueIndex();
        return index != null && table.staged() && variant.separate == Separate.NONE
                ? StagingSql.of(variant.shape, update, index, server.syntax(), entity.columns())
                : null;
    }

    private Update read(UpdateChoice choice, TableShape roles) {
        return new UpdateReader(entity.simpleName(), entity.shape(), unwritten).read(choice, roles);
    }

    private record Variant(TableShape shape, Separate separate, UpdateChoice choice) {}
}
