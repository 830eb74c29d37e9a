/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller has chosen to write, by names that nobody has checked yet.
 *
 * @param scope which attributes the candidate's values are written to
 * @param named the attributes that the scope is about
 * @param rules the attributes that get another value
 * @param condition when anything is written at all; null for always
 */
record UpdateChoice(
        Scope scope,
        List<String> named,
        List<Rule> rules,
        @Nullable Term condition) {

    static final UpdateChoice ALL = new UpdateChoice(Scope.EXCEPT, List.of(), List.of(), null);
    static final UpdateChoice NOTHING = new UpdateChoice(Scope.NOTHING, List.of(), List.of(), null);

    enum Scope {
        ONLY,
        EXCEPT,
        NOTHING
    }

    /**
     * A value of its own for an attribute.
     *
     * @param target what the attribute has to be
     */
    record Rule(String attribute, Term value, Target target) {}

    enum Target {
        ANYTHING,
        A_NUMBER,
        ORDERED
    }

    UpdateChoice {
        named = List.copyOf(named);
        rules = List.copyOf(rules);
    }

    static UpdateChoice only(List<String> attributes) {
        return new UpdateChoice(Scope.ONLY, attributes, List.of(), null);
    }

    static UpdateChoice except(List<String> attributes) {
        return new UpdateChoice(Scope.EXCEPT, attributes, List.of(), null);
    }

    UpdateChoice with(Rule rule) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(rule);
        return new UpdateChoice(scope, named, all, condition);
    }

    UpdateChoice onlyIf(Condition another) {
        Term both = condition == null ? another.term() : Term.call("(", " AND ", ")", condition, another.term());
        return new UpdateChoice(scope, named, rules, both);
    }
}
