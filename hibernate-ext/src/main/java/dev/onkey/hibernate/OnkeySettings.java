/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

/**
 * The settings of Onkey, given wherever those of Hibernate are: in {@code persistence.xml}, or in Spring Boot behind
 * {@code spring.jpa.properties.}
 *
 * @since 0.1
 */
public final class OnkeySettings {

    /**
     * Whether the message of a {@link DuplicateEntityException} ends with the value that was refused, as the server prints it.
     *
     * <p>Default: {@code false}, as messages end in logs, and values of keys are often personal: e-mail addresses, for one. The
     * database's own error, which is the exception's cause, has the value in any case.
     */
    public static final String DUPLICATE_VALUES = "onkey.duplicate.show_values";

    /**
     * Whether the database is asked for a unique key that the mapping does not know: one that a migration made under another name,
     * for one. It is asked once for each such name, on a connection of its own, and given a second at most.
     *
     * <p>Default: {@code true}. With a {@code MultiTenantConnectionProvider} it is never asked.
     */
    public static final String INDEX_LOOKUP = "onkey.duplicate.index_lookup";

    /**
     * How rows are written. {@code insert_first}: a plain insert, and where a key is in the way, a locking read and an update. It
     * takes more statements, and works where {@code ON DUPLICATE KEY UPDATE} does not report what it did. Two transactions whose
     * inserts wait for the same new row deadlock when it is there, as both share its lock then and each wants to update it: one of
     * them is to be run again.
     *
     * <p>Default: one guarded {@code INSERT … ON DUPLICATE KEY UPDATE}; {@code insert_first} on servers that say they are TiDB,
     * Vitess, PlanetScale or ShardingSphere. Any other value is refused at the first use.
     */
    public static final String UPSERT_STRATEGY = "onkey.upsert.strategy";

    /** The value of {@link #UPSERT_STRATEGY} that works on every server. */
    public static final String INSERT_FIRST = "insert_first";

    private OnkeySettings() {}
}
