/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.upsert.Term.call;

import dev.onkey.hibernate.upsert.UpdateChoice.Target;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an upsert writes to a row that exists already. A row that does not is inserted in full, whatever is chosen here.
 *
 * <pre>{@code
 * upserts.upsert(account, Updating.only("name").increment("logins"));
 * upserts.upsert(price, Updating.all().updateIf(proposed("asOf").isGreaterThan(stored("asOf"))));
 * upserts.upsert(account, Updating.except(Account_.origin).keepGreatest(Account_.lastSeen));
 * }</pre>
 *
 * <p>Attributes are named by their path from the entity, {@code "name"} or {@code "address.zip"}, or by the static metamodel. An
 * embedded attribute stands for all that it holds.
 *
 * <p><b>Consequences.</b>
 *
 * <ul>
 *   <li>Version and timestamps are not to be chosen: they move when a value of the row changes, and only then.
 *   <li>The identifier, the natural key and what is not updatable are never written to an existing row.
 *   <li>A choice that names unknown attributes, contradicts itself or cannot be carried out is refused before any SQL, with all
 *       that is wrong with it in one message.
 * </ul>
 *
 * <p>Immutable and thread safe. Choices that are equal are worked out once, up to some hundred of them, so keep values that vary out of
 * them: let the candidate propose them.
 *
 * @param <E> the entity's type
 * @since 0.1
 */
public final class Updating<E> {

    private final UpdateChoice choice;

    private Updating(UpdateChoice choice) {
        this.choice = choice;
    }

    /** Writes every attribute; what {@code upsert} without a choice does. */
    public static <E> Updating<E> all() {
        return new Updating<>(UpdateChoice.ALL);
    }

    /** Writes no attribute, and leaves an existing row as it is, but for what is added to the choice. */
    public static <E> Updating<E> nothing() {
        return new Updating<>(UpdateChoice.NOTHING);
    }

    /** Writes only these attributes. */
    public static <E> Updating<E> only(String... attributes) {
        return new Updating<>(UpdateChoice.only(List.of(attributes)));
    }

    /** Writes only these attributes. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <E> Updating<E> only(SingularAttribute<? super E, ?>... attributes) {
        return new Updating<>(UpdateChoice.only(names(attributes)));
    }

    /** Writes every attribute but these. */
    public static <E> Updating<E> except(String... attributes) {
        return new Updating<>(UpdateChoice.except(List.of(attributes)));
    }

    /** Writes every attribute but these. */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <E> Updating<E> except(SingularAttribute<? super E, ?>... attributes) {
        return new Updating<>(UpdateChoice.except(names(attributes)));
    }

    /** Adds 1 to the stored number; a stored null counts as 0. */
    public Updating<E> increment(String attribute) {
        return increment(attribute, 1);
    }

    /** Adds 1 to the stored number; a stored null counts as 0. */
    public Updating<E> increment(SingularAttribute<? super E, ? extends Number> attribute) {
        return increment(attribute.getName());
    }

    /** Adds a number, which may be negative, to the stored one; a stored null counts as 0. */
    public Updating<E> increment(String attribute, Number by) {
        return with(
                attribute,
                Target.A_NUMBER,
                call("(COALESCE(", ", 0) + ", ")", new Term.Stored(attribute), new Term.Literal(by)));
    }

    /** Adds what the candidate proposes to the stored number; null counts as 0. */
    public Updating<E> add(String attribute) {
        return with(
                attribute,
                Target.A_NUMBER,
                call(
                        "(COALESCE(",
                        ", 0) + COALESCE(",
                        ", 0))",
                        new Term.Stored(attribute),
                        new Term.Proposed(attribute)));
    }

    /** Adds what the candidate proposes to the stored number; null counts as 0. */
    public Updating<E> add(SingularAttribute<? super E, ? extends Number> attribute) {
        return add(attribute.getName());
    }

    /**
     * Writes what the candidate proposes if it is greater than what is stored; any value is greater than null. The order is the
     * database's: texts by their collation, so an enum that is stored by its name by that name.
     */
    public Updating<E> keepGreatest(String attribute) {
        return keep("GREATEST(", attribute);
    }

    /** Writes what the candidate proposes if it is greater than what is stored; any value is greater than null. */
    public Updating<E> keepGreatest(SingularAttribute<? super E, ?> attribute) {
        return keepGreatest(attribute.getName());
    }

    /** Writes what the candidate proposes if it is less than what is stored; null is never written over a value. */
    public Updating<E> keepLeast(String attribute) {
        return keep("LEAST(", attribute);
    }

    /** Writes what the candidate proposes if it is less than what is stored; null is never written over a value. */
    public Updating<E> keepLeast(SingularAttribute<? super E, ?> attribute) {
        return keepLeast(attribute.getName());
    }

    /** Keeps what is stored if the candidate proposes null. */
    public Updating<E> keepIfNull(String attribute) {
        return with(
                attribute,
                Target.ANYTHING,
                call("COALESCE(", ", ", ")", new Term.Proposed(attribute), new Term.Stored(attribute)));
    }

    /** Keeps what is stored if the candidate proposes null. */
    public Updating<E> keepIfNull(SingularAttribute<? super E, ?> attribute) {
        return keepIfNull(attribute.getName());
    }

    /**
     * Writes the value of an expression.
     *
     * <p><b>Consequences.</b> A value that the column cannot hold exactly (one decimal too many, a fraction of a FLOAT) differs from
     * what is stored each time, so that each call is an update.
     */
    public Updating<E> set(String attribute, Expression<?> value) {
        return with(attribute, Target.ANYTHING, value.term());
    }

    /** Writes the value of an expression. */
    public <V> Updating<E> set(SingularAttribute<? super E, V> attribute, Expression<? extends V> value) {
        return set(attribute.getName(), value);
    }

    /** Leaves an existing row as it is unless the condition holds; of several conditions, unless all of them hold. */
    public Updating<E> updateIf(Condition condition) {
        return new Updating<>(choice.onlyIf(condition));
    }

    UpdateChoice choice() {
        return choice;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Updating<?> updating && choice.equals(updating.choice);
    }

    @Override
    public int hashCode() {
        return choice.hashCode();
    }

    @Override
    public String toString() {
        return choice.toString();
    }

    private Updating<E> keep(String function, String attribute) {
        Term stored = new Term.Stored(attribute);
        Term proposed = new Term.Proposed(attribute);
        Term chosen = call(function, ", ", ")", stored, proposed);
        return with(attribute, Target.ORDERED, call("COALESCE(", ", ", ")", chosen, stored, proposed));
    }

    private Updating<E> with(String attribute, Target target, Term value) {
        return new Updating<>(choice.with(new UpdateChoice.Rule(attribute, value, target)));
    }

    private static List<String> names(SingularAttribute<?, ?>[] attributes) {
        return Arrays.stream(attributes).map(SingularAttribute::getName).toList();
    }
}
