/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import static dev.onkey.hibernate.upsert.Expression.proposed;
import static dev.onkey.hibernate.upsert.Expression.stored;

import dev.onkey.hibernate.upsert.Expression;
import dev.onkey.hibernate.upsert.Updating;
import java.util.Set;

/** A value of its own for an attribute: as the library is told, and as the model works it out. */
enum Rule {
    INCREMENT {
        @Override
        Updating<Object> add(String attribute, Updating<Object> updating) {
            return updating.increment(attribute, -2);
        }

        @Override
        Object value(String attribute, Row stored, Row proposed) {
            return orZero(stored.get(attribute)) - 2;
        }
    },
    ADD {
        @Override
        Updating<Object> add(String attribute, Updating<Object> updating) {
            return updating.add(attribute);
        }

        @Override
        Object value(String attribute, Row stored, Row proposed) {
            return orZero(stored.get(attribute)) + orZero(proposed.get(attribute));
        }
    },
    KEEP_GREATEST {
        @Override
        Updating<Object> add(String attribute, Updating<Object> updating) {
            return updating.keepGreatest(attribute);
        }

        @Override
        Object value(String attribute, Row stored, Row proposed) {
            return kept(stored.get(attribute), proposed.get(attribute), true);
        }
    },
    KEEP_LEAST {
        @Override
        Updating<Object> add(String attribute, Updating<Object> updating) {
            return updating.keepLeast(attribute);
        }

        @Override
        Object value(String attribute, Row stored, Row proposed) {
            return kept(stored.get(attribute), proposed.get(attribute), false);
        }
    },
    KEEP_IF_NULL {
        @Override
        Updating<Object> add(String attribute, Updating<Object> updating) {
            return updating.keepIfNull(attribute);
        }

        @Override
        Object value(String attribute, Row stored, Row proposed) {
            return proposed.get(attribute) == null ? stored.get(attribute) : proposed.get(attribute);
        }
    },
    /** Reads the other number, which the same update may write. */
    FROM_THE_OTHER {
        @Override
        Updating<Object> add(String attribute, Updating<Object> updating) {
            Expression<Integer> other = stored(other(attribute));
            return updating.set(attribute, other.orElse(Expression.value(7)).plus(proposed("visits")));
        }

        @Override
        Object value(String attribute, Row stored, Row proposed) {
            Object other = stored.get(other(attribute));
            return (other == null ? 7 : (int) other) + (int) proposed.get("visits");
        }

        @Override
        Set<String> reads(String attribute) {
            return Set.of(other(attribute));
        }
    };

    abstract Updating<Object> add(String attribute, Updating<Object> updating);

    abstract Object value(String attribute, Row stored, Row proposed);

    /** The other attributes whose stored value it reads. */
    Set<String> reads(String attribute) {
        return Set.of();
    }

    private static int orZero(Object number) {
        return number == null ? 0 : (int) number;
    }

    private static Object kept(Object stored, Object proposed, boolean greatest) {
        if (stored == null || proposed == null) {
            return stored == null ? proposed : stored;
        }
        return (int) stored > (int) proposed == greatest ? stored : proposed;
    }

    private static String other(String attribute) {
        return attribute.equals("visits") ? "score" : "visits";
    }
}
