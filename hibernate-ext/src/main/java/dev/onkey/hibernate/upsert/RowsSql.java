/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement for any number of rows.
 *
 * @param head what comes before the rows
 * @param tuple what stands for a row
 * @param separator what stands between two rows
 * @param tail what comes behind them
 * @param each what is bound for each row
 * @param once what is bound behind all of them, from the first row
 */
record RowsSql(String head, String tuple, String separator, String tail, List<Parameter> each, List<Parameter> once) {

    RowsSql {
        each = List.copyOf(each);
        once = List.copyOf(once);
    }

    /** The statement for one row. */
    Sql single() {
        List<Parameter> parameters = new ArrayList<>(each);
        parameters.addAll(once);
        return new Sql(text(1), parameters);
    }

    /** The statement's text for a number of rows. */
    String text(int rows) {
        StringBuilder text =
                new StringBuilder(head.length() + tail.length() + rows * (tuple.length() + separator.length()));
        text.append(head).append(tuple);
        for (int i = 1; i < rows; i++) {
            text.append(separator).append(tuple);
        }
        return text.append(tail).toString();
    }
}
