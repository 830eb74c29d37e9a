/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import dev.onkey.hibernate.row.RowPart.Typed;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/** Reads what a column holds, so that it can be compared with what it held before, or with what it would be given. */
public final class ColumnReader {

    private final String expression;
    private final @Nullable JdbcMapping type;
    private final boolean number;

    private ColumnReader(String expression, @Nullable JdbcMapping type, boolean number) {
        this.expression = expression;
        this.type = type;
        this.number = number;
    }

    static ColumnReader of(Typed typed) {
        Column column = typed.column();
        JdbcMapping type = typed.type();
        // otherwise the mapping stores another value than the instance has
        boolean asGiven = column.expression().equals("?");
        if (type != null && asGiven && isExact(type)) {
            return new ColumnReader(column.name(), type, false);
        }
        if (column.kind() == Column.Kind.NUMBER) {
            // as a double it is shown with all its digits
            return new ColumnReader(column.name() + " + 0e0", null, asGiven);
        }
        return new ColumnReader("SHA2(" + column.name() + ", 256)", null, false);
    }

    /** Whether what is read can be compared with a value that is to be stored. */
    public boolean isExact() {
        return type != null;
    }

    /** What is to be selected. */
    public String expression() {
        return expression;
    }

    /** What was selected; equal to the same of another time if the column held the same. */
    public @Nullable Object read(ResultSet result, int position, SharedSessionContractImplementor session)
            throws SQLException {
        return type == null
                ? result.getString(position)
                : ExactValue.of(type.getJdbcValueExtractor().extract(result, position, session));
    }

    /** Whether the column would, for certain, not change if it were given a value. */
    public boolean holds(@Nullable Object read, @Nullable Object value) {
        if (read == null || value == null) {
            return read == value;
        }
        if (type == null) {
            return number && Double.parseDouble((String) read) == ((Number) value).doubleValue();
        }
        return read.equals(ExactValue.of(value));
    }

    private static boolean isExact(JdbcMapping type) {
        BasicValueConverter<?, ?> converter = type.getValueConverter();
        JavaType<?> java = converter == null ? type.getMappedJavaType() : converter.getRelationalJavaType();
        int code = type.getJdbcType().getDefaultSqlTypeCode();
        boolean document = type.getJdbcType().isLob() || code == SqlTypes.JSON;
        return !document && ExactValue.isOf(java.getJavaTypeClass());
    }
}
