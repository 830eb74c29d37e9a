/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import dev.onkey.hibernate.DuplicateEntityException;
import dev.onkey.hibernate.DuplicateKey;
import dev.onkey.hibernate.key.KeyCatalog;
import dev.onkey.hibernate.key.MappedKey;
import dev.onkey.hibernate.key.MappedTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.JDBCException;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.spi.SQLExceptionConverter;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the converter that Hibernate has, and names the entity in those of its results that are duplicates.
 * Every other result passes through as it is.
 *
 * <p>The session factories of one service registry share a converter. It cannot tell whose statement failed, so it asks all
 * their catalogs, and a key that they disagree about is unknown.
 *
 * <p>Thread safe.
 */
public final class DuplicateEntityConverter implements SQLExceptionConverter {

    private static final long serialVersionUID = 1L;

    /**
     * 1062; 1586, which is the same by another name; 1761 and 1762, where a foreign key's ON UPDATE CASCADE made the duplicate.
     * Not 1022 and 1169: they name no key, and 1022 is also what ALTER TABLE reports for a foreign key's name.
     */
    private static final Set<Integer> DUPLICATES = Set.of(1062, 1586, 1761, 1762);

    private final SQLExceptionConverter next;
    private final boolean showValues;
    private final transient @Nullable IndexLookup lookup;
    private final transient List<KeyCatalog> catalogs = new CopyOnWriteArrayList<>();

    private DuplicateEntityConverter(
            SQLExceptionConverter next, boolean showValues, @Nullable ConnectionProvider connections) {
        this.next = next;
        this.showValues = showValues;
        this.lookup = connections == null ? null : new IndexLookup(connections);
    }

    /**
     * Puts a converter in front of the helper's own, unless there is one, and gives it the catalog.
     *
     * @param showValues whether messages end with the value that was refused
     * @param connections where to look up keys that the mapping does not know; null where that is not wanted
     */
    public static void install(
            SqlExceptionHelper helper,
            KeyCatalog catalog,
            boolean showValues,
            @Nullable ConnectionProvider connections) {
        synchronized (helper) {
            if (helper.getSqlExceptionConverter() instanceof DuplicateEntityConverter present) {
                present.catalogs.add(catalog);
                return;
            }
            DuplicateEntityConverter added =
                    new DuplicateEntityConverter(helper.getSqlExceptionConverter(), showValues, connections);
            added.catalogs.add(catalog);
            helper.setSqlExceptionConverter(added);
        }
    }

    /** Takes the catalog away again, and with the last one the converter. */
    public static void remove(SqlExceptionHelper helper, KeyCatalog catalog) {
        synchronized (helper) {
            if (helper.getSqlExceptionConverter() instanceof DuplicateEntityConverter present) {
                present.catalogs.remove(catalog);
                if (present.catalogs.isEmpty()) {
                    helper.setSqlExceptionConverter(present.next);
                    if (present.lookup != null) {
                        present.lookup.close();
                    }
                }
            }
        }
    }

    @Override
    public JDBCException convert(SQLException exception, String message, String sql) {
        JDBCException converted = next.convert(exception, message, sql);
        if (converted instanceof ConstraintViolationException violation
                && DUPLICATES.contains(exception.getErrorCode())) {
            try {
                return named(violation, exception.getMessage(), FailedStatement.textOf(exception, message, sql));
            } catch (RuntimeException defect) {
                // whatever is wrong with us, the application gets the answer that it would have had without us
                violation.addSuppressed(defect);
            }
        }
        return converted;
    }

    private DuplicateEntityException named(
            ConstraintViolationException violation, @Nullable String message, @Nullable String sql) {
        DuplicateEntryParser parser = new DuplicateEntryParser(message == null ? "" : message, StatementTable.of(sql));
        DuplicateEntry entry = entryIn(parser);
        DuplicateKey key = entry == null
                ? DuplicateKey.unmapped(parser.keyText())
                : entry.key().duplicate();
        String value = entry == null ? parser.valueText() : entry.value();
        return new DuplicateEntityException(
                showValues && value != null ? key.describe() + ": '" + value + "'" : key.describe(),
                violation.getSQLException(),
                violation.getSQL(),
                violation.getConstraintName(),
                key);
    }

    private @Nullable DuplicateEntry entryIn(DuplicateEntryParser parser) {
        List<MappedKey> known = new ArrayList<>();
        List<MappedTable> tables = new ArrayList<>();
        for (KeyCatalog each : catalogs) {
            known.addAll(each.keys());
            each.tables().stream()
                    .filter(table -> parser.mayBeAbout(table.schema(), table.name()))
                    .forEach(tables::add);
        }
        DuplicateEntry entry = parser.find(known);
        if (entry != null && parser.isUnequivocal()) {
            return entry;
        }
        List<MappedKey> stored = lookup == null ? List.of() : lookup.keysOf(tables, parser.keyText());
        if (stored.isEmpty()) {
            return null;
        }
        for (MappedKey each : stored) {
            if (known.stream().noneMatch(each::isNamesake)) {
                known.add(each);
            }
        }
        return parser.find(known);
    }
}
