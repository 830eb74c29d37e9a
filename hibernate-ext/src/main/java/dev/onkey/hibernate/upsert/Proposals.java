/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.MappedEntity;
import dev.onkey.hibernate.row.TableShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Turns candidates into rows, and refuses before any SQL those that cannot become one. */
final class Proposals {

    private final MappedEntity entity;
    private final boolean dynamicInsert;
    private final SharedSessionContractImplementor session;
    private final Callbacks callbacks;
    private final BeanValidation validation;

    Proposals(UpsertPlan plan, SharedSessionContractImplementor session) {
        this.entity = plan.entity();
        this.dynamicInsert = plan.dynamicInsert();
        this.session = session;
        this.callbacks = new Callbacks(entity.persister(), session);
        this.validation = new BeanValidation(entity.persister(), session);
    }

    /**
     * The row of a candidate that is inserted unless it is there.
     *
     * @throws IllegalArgumentException if the candidate cannot be recognised by its natural key, or cannot be written in full
     */
    Proposal forInsert(Object given) {
        Object candidate = checked(given);
        Object instance = callbacks.beforeInsert() ? callbacks.prePersist(candidate) : candidate;
        Object id = id(instance);
        @Nullable Object[] row = entity.row(instance, id, session);
        validation.beforeInsert(instance, id);
        return proposal(instance, id, row, row, roles(row), Set.of());
    }

    /**
     * The row of a candidate that is inserted or updates the one that is there.
     *
     * @throws IllegalArgumentException if the candidate cannot be recognised by its natural key, or cannot be written in full
     */
    Proposal forUpsert(Object given) {
        Object candidate = checked(given);
        Object instance = callbacks.beforeInsert() ? callbacks.prePersist(candidate) : candidate;
        Object id = id(instance);
        @Nullable Object[] row = entity.row(instance, id, session);
        List<Role> roles = roles(row);
        Set<String> separate = new HashSet<>();
        @Nullable Object[] updates = row;
        if (callbacks.beforeInsert() || callbacks.beforeUpdate()) {
            Object updating = callbacks.beforeUpdate() ? callbacks.preUpdate(candidate) : candidate;
            updates = entity.row(updating, id, session);
            CallbackEffects.of(entity.row(candidate, id, session), row, updates, entity, roles, separate);
        }
        Column timestamp = entity.timestampVersion();
        if (timestamp != null && entity.hasVersion(instance)) {
            updates = updates.clone();
            updates[entity.shape().columns().indexOf(timestamp)] = entity.nextVersion(instance, session);
            separate.add(timestamp.name());
        }
        validation.beforeInsert(instance, id);
        // with what @PrePersist has set, as one that is required may be set by nothing else
        validation.beforeUpdate(instance, id);
        return proposal(instance, id, row, updates, roles, separate);
    }

    /** Whether the candidate has a value for every attribute of its natural key. */
    boolean hasKey(Object candidate) {
        return entity.search().paths().stream().allMatch(path -> entity.search().valueOf(candidate, path) != null);
    }

    /** Refuses a key by which nothing can be searched, as it refers to an entity that has no row. */
    void checkReferences(Object candidate) {
        checkNew(candidate);
        entity.search()
                .paths()
                .forEach(path -> entity.search().check(path, entity.search().valueOf(candidate, path), session));
    }

    private Proposal proposal(
            Object instance,
            @Nullable Object id,
            @Nullable Object[] row,
            @Nullable Object[] updates,
            List<Role> roles,
            Set<String> separate) {
        checkKey(row);
        TableShape shape = entity.shape().withRoles(roles);
        return new Proposal(
                instance,
                id,
                row,
                updates,
                shape,
                separate.isEmpty() ? Separate.NONE : new Separate(separate),
                entity.hasVersion(instance));
    }

    /** The candidate, or a copy of it where generators would write to it. */
    private Object checked(Object candidate) {
        checkNew(candidate);
        return entity.generatorsWrite() ? callbacks.copy(candidate) : candidate;
    }

    private List<Role> roles(@Nullable Object[] row) {
        List<Role> roles = new ArrayList<>(row.length);
        for (int i = 0; i < row.length; i++) {
            Column column = entity.shape().columns().get(i);
            boolean omitted = dynamicInsert
                    && row[i] == null
                    && column.bound()
                    && (column.role() == Role.VALUE || column.role() == Role.INSERT_ONLY);
            roles.add(omitted ? Role.OMITTED : column.role());
        }
        return roles;
    }

    private void checkNew(Object candidate) {
        Object id = entity.identifiers().of(candidate, session);
        if (entity.identifiers().generated() && id != null) {
            throw new IllegalArgumentException(entity.simpleName() + " has the identifier " + id
                    + " already, which is to be generated: pass a new instance, or merge this one.");
        }
    }

    private @Nullable Object id(Object instance) {
        Object id = entity.identifiers().forInsert(instance, session);
        if (id == null && !entity.shape().autoIncrement()) {
            throw new IllegalArgumentException(entity.simpleName()
                    + " has no identifier, and the application is to assign it: set it before the call.");
        }
        return id;
    }

    private void checkKey(@Nullable Object[] row) {
        List<Column> columns = entity.shape().columns();
        for (int i = 0; i < row.length; i++) {
            if (row[i] == null && columns.get(i).role() == Role.KEY) {
                throw new IllegalArgumentException(
                        entity.simpleName() + "." + columns.get(i).attribute()
                                + " is null, and it is part of the natural key " + entity.naturalKey()
                                + ": MySQL lets any number of rows hold a null in a unique key, so this"
                                + " one could never be found again. Give it a value.");
            }
        }
    }
}
