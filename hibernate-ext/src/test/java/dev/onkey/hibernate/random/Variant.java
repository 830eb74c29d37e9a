/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import static java.sql.Connection.TRANSACTION_READ_COMMITTED;
import static java.sql.Connection.TRANSACTION_REPEATABLE_READ;

import dev.onkey.hibernate.OnkeySettings;
import dev.onkey.hibernate.TestFactory;

/** The ways in which the engine and the server are set up. */
enum Variant {
    USUAL,
    INSERT_FIRST,
    AFFECTED_ROWS,
    READ_COMMITTED;

    boolean hasSnapshots() {
        return this != READ_COMMITTED;
    }

    TestFactory build() {
        TestFactory.Builder builder = TestFactory.of("random_operations", Contact.class, Product.class)
                .set(
                        "hibernate.connection.isolation",
                        hasSnapshots() ? TRANSACTION_REPEATABLE_READ : TRANSACTION_READ_COMMITTED);
        return switch (this) {
            case INSERT_FIRST ->
                builder.set(OnkeySettings.UPSERT_STRATEGY, OnkeySettings.INSERT_FIRST)
                        .build();
            case AFFECTED_ROWS -> builder.url("useAffectedRows=true").build();
            default -> builder.build();
        };
    }
}
