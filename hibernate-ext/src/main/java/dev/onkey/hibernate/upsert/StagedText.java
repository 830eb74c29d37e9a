/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.RowColumns;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Rows as {@code LOAD DATA} reads them. Their values are what the mapping's own binders bind to a statement, in the words in which
 * the driver would send them.
 */
final class StagedText {

    /** How a field becomes a value. */
    enum Form {
        /** As it is. */
        TEXT(null),
        /** A number, which a column of the type BIT would take for characters. */
        TRUTH("CAST(? AS UNSIGNED)"),
        /** Bytes, in hexadecimal digits. */
        BYTES("UNHEX(?)");

        private final @Nullable String conversion;

        Form(@Nullable String conversion) {
            this.conversion = conversion;
        }

        /** The expression that converts a field, which it calls {@code ?}; null if there is none. */
        @Nullable
        String conversion() {
            return conversion;
        }
    }

    private final RowColumns columns;
    private final List<Integer> positions;
    private final List<@Nullable Form> forms;
    private final SharedSessionContractImplementor session;
    private final PreparedStatement binder = (PreparedStatement) Proxy.newProxyInstance(
            StagedText.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, this::bound);
    private final @Nullable TimeText times;
    private final StringBuilder text = new StringBuilder();
    private int rows;

    /**
     * For rows that are still to be added.
     *
     * @param positions of the columns that they have
     * @param times null if the driver has other words
     */
    StagedText(
            RowColumns columns,
            List<Integer> positions,
            @Nullable TimeText times,
            SharedSessionContractImplementor session) {
        this.columns = columns;
        this.positions = positions;
        this.forms = new ArrayList<>(Collections.nCopies(positions.size(), null));
        this.session = session;
        this.times = times;
    }

    /**
     * Adds a row; its place is how many there were before.
     *
     * @throws NotStagedException if one of its values is of a kind that has no words here
     */
    void add(@Nullable Object[] row) {
        text.append(rows++);
        for (int i = 0; i < positions.size(); i++) {
            text.append('\t');
            int position = positions.get(i);
            try {
                columns.bind(binder, i, position, row[position], session);
            } catch (SQLException e) {
                throw new NotStagedException(e);
            }
        }
        text.append('\n');
    }

    int rows() {
        return rows;
    }

    /** How the fields of each column become values. */
    List<Form> forms() {
        return forms.stream().map(form -> form == null ? Form.TEXT : form).toList();
    }

    InputStream bytes() {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Object bound(Object binder, Method method, Object[] arguments) {
        int field = (Integer) arguments[0];
        Object value = arguments[1];
        switch (method.getName()) {
            case "setNull" -> text.append("\\N");
            case "setString", "setNString" -> {
                forms.set(field, Form.TEXT);
                escaped((String) value);
            }
            case "setByte", "setShort", "setInt", "setLong" -> plain(field, value.toString());
            case "setBigDecimal" -> plain(field, ((BigDecimal) value).toPlainString());
            case "setDate" -> plain(field, times().date((Date) value));
            case "setTimestamp" -> {
                Calendar zone = arguments.length > 2 ? (Calendar) arguments[2] : null;
                plain(field, times().timestamp((Timestamp) value, zone));
            }
            case "setBoolean" -> {
                forms.set(field, Form.TRUTH);
                text.append((Boolean) value ? '1' : '0');
            }
            case "setBytes" -> {
                forms.set(field, Form.BYTES);
                text.append(HexFormat.of().formatHex((byte[]) value));
            }
            default -> throw new NotStagedException(null);
        }
        return null;
    }

    private TimeText times() {
        if (times == null) {
            throw new NotStagedException(null);
        }
        return times;
    }

    private void plain(int field, @Nullable String value) {
        if (value == null) {
            throw new NotStagedException(null);
        }
        forms.set(field, Form.TEXT);
        text.append(value);
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\0' -> text.append("\\0");
                default -> text.append(character);
            }
        }
    }
}
