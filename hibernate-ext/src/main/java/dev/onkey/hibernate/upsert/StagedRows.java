/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.Outcome;

/** How many of the rows that were written together had which outcome. */
record StagedRows(int created, int updated, int unchanged) {

    int count(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> created;
            case UPDATED -> updated;
            case UNCHANGED -> unchanged;
        };
    }

    boolean haveChanged() {
        return created + updated > 0;
    }
}
