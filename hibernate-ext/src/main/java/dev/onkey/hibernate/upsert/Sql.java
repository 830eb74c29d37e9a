/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.List;

/** A statement: its text, and what is bound to its parameters, in their order. */
record Sql(String text, List<Parameter> parameters) {

    Sql {
        parameters = List.copyOf(parameters);
    }
}
