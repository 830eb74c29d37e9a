/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static java.util.stream.Collectors.joining;

import dev.onkey.hibernate.upsert.Column.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of the engine, as text.
 *
 * <p>One statement inserts the row or finds it, refuses a row that another unique key hit, and tells which of these it was:
 *
 * <pre>{@code
 * INSERT INTO account (email, name, version) VALUES (?, ?, ?) AS proposed
 * ON DUPLICATE KEY UPDATE
 *   id = IF(account.email <=> proposed.email,                                   -- the guard
 *           IF(LAST_INSERT_ID(-account.id) = 0, account.id, account.id),        -- the sentinel: the id, negated
 *           (SELECT 1 UNION ALL SELECT 2)),                                     -- error 1242, nothing is written
 *   version = IF(CAST(account.name AS BINARY) <=> CAST(proposed.name AS BINARY), account.version, account.version + 1),
 *   name = proposed.name
 * }</pre>
 *
 * <p>The server evaluates the assignments from left to right, and later ones see what earlier ones wrote: so the guard comes
 * first, and what depends on old values comes before the values. An assigned id has no AUTO_INCREMENT to report through; there
 * the VALUES list leaves {@link #CREATED} behind and the update {@link #EXISTED}.
 */
final class UpsertSql {

    /** What the server reports as the generated key when it inserted a row whose id the application assigned. */
    static final long CREATED = 2;

    /** What the server reports as the generated key when it found a row whose id the application assigned. */
    static final long EXISTED = 1;

    private static final String GUARD = "(SELECT 1 UNION ALL SELECT 2)";

    private final TableShape shape;
    private final ServerSyntax syntax;
    private final String alias;

    UpsertSql(TableShape shape, ServerSyntax syntax) {
        this.shape = shape;
        this.syntax = syntax;
        // an alias that equals the table's name is error 1066
        this.alias = shape.table().equalsIgnoreCase("proposed") ? "proposed_row" : "proposed";
    }

    /** Inserts the row, or refuses it with error 1062 that names the key. */
    String insert() {
        return insertInto(shape.columns().stream().map(Column::parameter).toList());
    }

    /** Inserts the row unless one has its natural key. */
    String insertIfAbsent() {
        return onDuplicateKey(List.of(guardedSentinel()));
    }

    /** Inserts the row, or writes the values to the one that has its natural key. */
    String upsert() {
        List<String> assignments = new ArrayList<>();
        assignments.add(guardedSentinel());
        if (shape.updates()) {
            for (Column version : shape.in(Role.VERSION)) {
                assignments.add(onChange(version, stored(version) + " + 1"));
            }
            for (Column touched : shape.in(Role.TOUCH)) {
                assignments.add(onChange(touched, proposed(touched)));
            }
            for (Column value : shape.in(Role.VALUE)) {
                assignments.add(value.name() + " = " + proposed(value));
            }
        }
        return onDuplicateKey(assignments);
    }

    /** Reads the id of the row that has the natural key, as it is now and not as an older snapshot has it. */
    String selectId() {
        return "SELECT " + shape.idColumn() + " FROM " + shape.table()
                + shape.in(Role.KEY).stream()
                        .map(key -> key.name() + " = " + key.parameter())
                        .collect(joining(" AND ", " WHERE ", " LOCK IN SHARE MODE"));
    }

    /** Reads the row by its id, as {@link #selectId} does; in Hibernate's native form for an entity with the alias {@code e}. */
    String selectLocked() {
        return "SELECT {e.*} FROM " + shape.table() + " e WHERE e." + shape.idColumn() + " = :id LOCK IN SHARE MODE";
    }

    private String onDuplicateKey(List<String> assignments) {
        List<String> parameters = shape.columns().stream().map(this::parameter).toList();
        return insertInto(parameters) + (syntax.rowAlias() ? " AS " + alias : "") + " ON DUPLICATE KEY UPDATE "
                + String.join(", ", assignments);
    }

    private String insertInto(List<String> parameters) {
        return "INSERT INTO " + shape.table()
                + shape.columns().stream().map(Column::name).collect(joining(", ", " (", ")"))
                + parameters.stream().collect(joining(", ", " VALUES (", ")"));
    }

    private String parameter(Column column) {
        boolean reportsCreation = !shape.autoIncrement() && column.equals(shape.firstKey());
        return reportsCreation
                ? "IF(LAST_INSERT_ID(" + CREATED + ") = 0, NULL, " + column.parameter() + ")"
                : column.parameter();
    }

    private String guardedSentinel() {
        // LAST_INSERT_ID(…) IS NULL would be folded away; a comparison with 0 is evaluated
        String carrier =
                shape.autoIncrement() ? shape.idColumn() : shape.firstKey().name();
        String unchanged = shape.table() + "." + carrier;
        String sentinel = shape.autoIncrement() ? "-" + unchanged : String.valueOf(EXISTED);
        return carrier + " = IF(" + sameKey() + ", IF(LAST_INSERT_ID(" + sentinel + ") = 0, " + unchanged + ", "
                + unchanged + "), " + GUARD + ")";
    }

    private String sameKey() {
        return shape.in(Role.KEY).stream()
                .map(key -> stored(key) + " <=> " + proposed(key))
                .collect(joining(" AND "));
    }

    private String onChange(Column column, String moved) {
        return column.name() + " = IF(" + sameValues() + ", " + stored(column) + ", " + moved + ")";
    }

    private String sameValues() {
        return shape.in(Role.VALUE).stream().map(this::sameValue).collect(joining(" AND "));
    }

    private String sameValue(Column value) {
        return value.text()
                ? "CAST(" + stored(value) + " AS BINARY) <=> CAST(" + proposed(value) + " AS BINARY)"
                : stored(value) + " <=> " + proposed(value);
    }

    private String stored(Column column) {
        return shape.table() + "." + column.name();
    }

    private String proposed(Column column) {
        return syntax.rowAlias() ? alias + "." + column.name() : "VALUES(" + column.name() + ")";
    }
}
