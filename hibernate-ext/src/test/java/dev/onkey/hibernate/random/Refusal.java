/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import dev.onkey.hibernate.random.Kind.Key;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The model's exception. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<String> answers;
    private final boolean breaking;

    private Refusal(Set<String> answers, boolean breaking) {
        super(answers.toString());
        this.answers = answers;
        this.breaking = breaking;
    }

    /** Another row is in the way, through any of the keys. */
    static Refusal duplicate(Kind kind, Collection<Key> keys) {
        return new Refusal(keys.stream().map(key -> Answer.duplicate(kind, key)).collect(Collectors.toSet()), false);
    }

    /** The row is not what the persistence context or the candidate takes it for. */
    static Refusal stale() {
        return new Refusal(Set.of(Answer.STALE), true);
    }

    /** The arguments are wrong. */
    static Refusal arguments() {
        return new Refusal(Set.of(Answer.REFUSED), false);
    }

    /** The same, by Hibernate's own hand: nothing is to be done then but to roll back. */
    Refusal fromHibernate() {
        return new Refusal(answers, true);
    }

    /** One of several, by Hibernate's own hand. */
    static Refusal anyOf(Collection<Refusal> refusals) {
        return new Refusal(
                refusals.stream().flatMap(each -> each.answers.stream()).collect(Collectors.toSet()), true);
    }

    /** Every answer that is right. */
    Set<String> answers() {
        return answers;
    }

    /** Whether the transaction is to be rolled back and the session closed. */
    boolean breaking() {
        return breaking;
    }
}
