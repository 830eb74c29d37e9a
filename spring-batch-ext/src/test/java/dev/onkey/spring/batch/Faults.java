/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.batch;

import java.util.Set;

/** What a step does not fail of. */
record Faults(Set<Class<? extends Exception>> skipped, Set<Class<? extends Exception>> retried) {
    static final Faults NONE = new Faults(Set.of(), Set.of());

    static Faults skipping(Class<? extends Exception> skipped) {
        return new Faults(Set.of(skipped), Set.of());
    }

    static Faults retrying(Class<? extends Exception> retried) {
        return new Faults(Set.of(), Set.of(retried));
    }

    boolean any() {
        return !skipped.isEmpty() || !retried.isEmpty();
    }
}
