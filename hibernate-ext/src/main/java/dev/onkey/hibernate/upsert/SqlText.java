/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** A statement in the making: text and parameters, written from left to right. */
final class SqlText {

    private final StringBuilder text = new StringBuilder();
    private final List<Parameter> parameters = new ArrayList<>();

    SqlText add(String more) {
        text.append(more);
        return this;
    }

    /** Adds an expression with one parameter. */
    SqlText bind(String expression, Parameter parameter) {
        text.append(expression);
        parameters.add(parameter);
        return this;
    }

    /** Adds something for each of some items. */
    <T> SqlText each(Iterable<T> items, String separator, Consumer<T> writer) {
        for (Iterator<T> each = items.iterator(); each.hasNext(); ) {
            writer.accept(each.next());
            if (each.hasNext()) {
                text.append(separator);
            }
        }
        return this;
    }

    Sql build() {
        return new Sql(text.toString(), parameters);
    }
}
