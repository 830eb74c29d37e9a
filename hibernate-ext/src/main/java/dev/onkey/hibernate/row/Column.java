/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

/**
 * A column that an insert writes.
 *
 * @param name the column, quoted where the mapping quotes it
 * @param attribute the attribute that it belongs to, as a path from the entity
 * @param expression what stands for its value in the statement: {@code ?}, the mapping's write expression, or a constant
 * @param bound whether the expression has a parameter
 * @param kind how its values are compared
 * @param role what an upsert does with it when the row exists
 */
public record Column(String name, String attribute, String expression, boolean bound, Kind kind, Role role) {

    /** How values are compared and calculated with. */
    public enum Kind {
        /** Characters, which a collation may call equal though they differ. */
        TEXT,
        NUMBER,
        /** A time without a date, which the server compares as text unless it is with a constant. */
        TIME_OF_DAY,
        /** Anything else that has an order. */
        ORDERED,
        /** Documents and large objects, which have none. */
        UNORDERED
    }

    /** What an upsert does with a column when the row exists. */
    public enum Role {
        /** Part of the natural key: compared, never rewritten. */
        KEY,
        /** Tells rows of other kinds apart (discriminator, tenant, soft deletion): compared, never rewritten. */
        GUARD,
        /** Written when the row is created, then left alone. */
        INSERT_ONLY,
        /** Written always; the row has changed if one of these differs. */
        VALUE,
        /** A counter that moves by one if the row has changed. */
        VERSION,
        /** A timestamp that is written only if the row has changed. */
        TOUCH,
        /** Not written at all this time. */
        OMITTED
    }

    /** The same column in another role. */
    public Column as(Role other) {
        return role == other ? this : new Column(name, attribute, expression, bound, kind, other);
    }

    /** Whether it is, or is a part of, the attribute at a path. */
    public boolean isAt(String path) {
        return attribute.equals(path) || attribute.startsWith(path + ".");
    }
}
