/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

/**
 * A column that an upsert writes.
 *
 * @param name the column, quoted where the mapping quotes it
 * @param parameter what stands for its value in the statement: {@code ?} or the mapping's write expression
 * @param role what an upsert does with it when the row exists
 * @param text whether it holds characters, which a collation may call equal though they differ
 */
record Column(String name, String parameter, Role role, boolean text) {

    enum Role {
        /** Part of the natural key: compared, never rewritten. */
        KEY,
        /** Written when the row is created, then left alone. */
        INSERT_ONLY,
        /** Written always; the row has changed if one of these differs. */
        VALUE,
        /** A counter that moves by one if the row has changed. */
        VERSION,
        /** A timestamp that is written only if the row has changed. */
        TOUCH
    }
}
