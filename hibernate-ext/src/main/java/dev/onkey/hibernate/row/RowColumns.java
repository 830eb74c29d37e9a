/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.RowPart.Typed;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/** The columns of an entity, as JDBC sees them: how values are bound to parameters and read from results. */
public final class RowColumns {

    private final String entity;
    private final List<Typed> columns;
    private final List<JdbcMapping> identifier;
    private final List<ColumnReader> readers;
    private final List<Integer> keys = new ArrayList<>();
    private final BitSet timestamps = new BitSet();

    RowColumns(String entity, List<Typed> columns, List<JdbcMapping> identifier) {
        this.entity = entity;
        this.columns = columns;
        this.identifier = identifier;
        this.readers = columns.stream().map(ColumnReader::of).toList();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).column().role() == Role.KEY) {
                keys.add(i);
            }
            JdbcMapping type = columns.get(i).type();
            timestamps.set(i, type != null && type.getJdbcType().getJdbcTypeCode() == Types.TIMESTAMP);
        }
    }

    /** Binds the value of a column to a parameter. */
    @SuppressWarnings("unchecked")
    public void bind(
            PreparedStatement statement,
            int parameter,
            int column,
            @Nullable Object value,
            SharedSessionContractImplementor session)
            throws SQLException {
        // the one column beyond is the identifier, which the server has made before
        JdbcMapping type = column == columns.size() ? identifier.get(0) : type(column);
        type.getJdbcValueBinder().bind(statement, value, parameter, session);
    }

    /**
     * What a value of an attribute is in its only column; a number is made one of the attribute's type.
     *
     * @throws IllegalArgumentException if the value is of another type
     */
    public @Nullable Object bindable(int column, @Nullable Object value) {
        JdbcMapping type = type(column);
        JavaType<?> java = type.getMappedJavaType();
        Object fitting = value instanceof Number && Number.class.isAssignableFrom(java.getJavaTypeClass())
                ? java.wrap(value, null)
                : value;
        if (fitting != null && !java.isInstance(fitting)) {
            throw new IllegalArgumentException(
                    "A value for '" + columns.get(column).column().attribute() + "' of " + entity + " is a "
                            + fitting.getClass().getName() + ", and not a " + java.getTypeName() + ".");
        }
        return type.convertToRelationalValue(fitting);
    }

    /** Whether its values are bound as timestamps. */
    public boolean isTimestamp(int column) {
        return timestamps.get(column);
    }

    /** Whether natural keys can be compared here, and not by the server alone. */
    public boolean keysAreExact() {
        return keys.stream().allMatch(key -> readers.get(key).isExact());
    }

    /** The natural key of a row. */
    public RowKey key(@Nullable Object[] row) {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        for (int key : keys) {
            values.add(row[key]);
        }
        return RowKey.of(values);
    }

    /** Reads the natural key's columns from a result, from a position on. */
    public RowKey key(ResultSet result, int position, SharedSessionContractImplementor session) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        for (int key : keys) {
            values.add(type(key).getJdbcValueExtractor().extract(result, position + values.size(), session));
        }
        return RowKey.of(values);
    }

    /** Reads the identifier's columns from a result, as they are bound. */
    public List<@Nullable Object> idValues(ResultSet result, SharedSessionContractImplementor session)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (JdbcMapping type : identifier) {
            values.add(type.getJdbcValueExtractor().extract(result, values.size() + 1, session));
        }
        return values;
    }

    /** What reads a column as it is stored. */
    public ColumnReader reader(int column) {
        return readers.get(column);
    }

    private JdbcMapping type(int column) {
        return Objects.requireNonNull(columns.get(column).type());
    }
}
