/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.upsert.Term.call;

import jakarta.persistence.metamodel.SingularAttribute;
import org.jspecify.annotations.Nullable;

/**
 * A value that the server works out when it updates a row, from what the row holds and what the candidate proposes.
 *
 * <pre>{@code
 * Updating.only("name").set("total", stored("total").plus(proposed("amount")))
 * }</pre>
 *
 * <p>A stored value is always the one from before the update, whatever else the update writes. Values are compared and calculated
 * with as MySQL does: text by its column's collation, and null with anything is null.
 *
 * <p>Immutable and thread safe.
 *
 * @param <V> the type of the value
 * @since 0.1
 */
public final class Expression<V> {

    private final Term term;

    private Expression(Term term) {
        this.term = term;
    }

    /** What the row holds before the update, by the path of a basic attribute: {@code "logins"}, {@code "address.zip"}. */
    public static <V> Expression<V> stored(String attribute) {
        return new Expression<>(new Term.Stored(attribute));
    }

    /** What the row holds before the update. */
    public static <V> Expression<V> stored(SingularAttribute<?, V> attribute) {
        return stored(attribute.getName());
    }

    /** What the candidate proposes, by the path of a basic attribute. */
    public static <V> Expression<V> proposed(String attribute) {
        return new Expression<>(new Term.Proposed(attribute));
    }

    /** What the candidate proposes. */
    public static <V> Expression<V> proposed(SingularAttribute<?, V> attribute) {
        return proposed(attribute.getName());
    }

    /** A value, which is stored as the attribute that it is compared or calculated with. */
    public static <V> Expression<V> value(@Nullable V value) {
        return new Expression<>(new Term.Literal(value));
    }

    /** The greater of two values; null if one of them is. */
    public static <V> Expression<V> greatest(Expression<? extends V> one, Expression<? extends V> other) {
        return new Expression<>(call("GREATEST(", ", ", ")", one.term, other.term));
    }

    /** The lesser of two values; null if one of them is. */
    public static <V> Expression<V> least(Expression<? extends V> one, Expression<? extends V> other) {
        return new Expression<>(call("LEAST(", ", ", ")", one.term, other.term));
    }

    /** This value, or another one if this is null. */
    public Expression<V> orElse(Expression<? extends V> other) {
        return new Expression<>(call("COALESCE(", ", ", ")", term, other.term));
    }

    /** The sum. */
    public Expression<V> plus(Expression<? extends V> other) {
        return new Expression<>(call("(", " + ", ")", term, other.term));
    }

    /** The difference. */
    public Expression<V> minus(Expression<? extends V> other) {
        return new Expression<>(call("(", " - ", ")", term, other.term));
    }

    /** The product. */
    public Expression<V> times(Expression<? extends V> other) {
        return new Expression<>(call("(", " * ", ")", term, other.term));
    }

    /** Whether both are equal; unlike in SQL, null equals null. */
    public Condition isEqualTo(Expression<? extends V> other) {
        return new Condition(call("(", " <=> ", ")", term, other.term));
    }

    /** Whether both differ; unlike in SQL, null differs from any value, and not from null. */
    public Condition isNotEqualTo(Expression<? extends V> other) {
        return isEqualTo(other).not();
    }

    /** Whether this is greater; false if one of them is null. */
    public Condition isGreaterThan(Expression<? extends V> other) {
        return new Condition(call("(", " > ", ")", term, other.term));
    }

    /** Whether this is greater or equal; false if one of them is null. */
    public Condition isAtLeast(Expression<? extends V> other) {
        return new Condition(call("(", " >= ", ")", term, other.term));
    }

    /** Whether this is less; false if one of them is null. */
    public Condition isLessThan(Expression<? extends V> other) {
        return new Condition(call("(", " < ", ")", term, other.term));
    }

    /** Whether this is less or equal; false if one of them is null. */
    public Condition isAtMost(Expression<? extends V> other) {
        return new Condition(call("(", " <= ", ")", term, other.term));
    }

    /** Whether this is null. */
    public Condition isNull() {
        return new Condition(call("(", "", " IS NULL)", term));
    }

    Term term() {
        return term;
    }
}
