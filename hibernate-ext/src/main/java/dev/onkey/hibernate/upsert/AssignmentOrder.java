/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.upsert.Update.Assignment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts assignments in an order in which none reads what an earlier one has written: the server carries them out from left to right,
 * and a stored value is to be the one from before the update.
 */
final class AssignmentOrder {

    private AssignmentOrder() {}

    /** The same assignments in such an order; if there is none, that is added to the problems. */
    static List<Assignment> of(List<Assignment> assignments, Set<String> problems) {
        List<Assignment> waiting = new ArrayList<>(assignments);
        List<Assignment> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<Assignment> unread = waiting.stream()
                    .filter(each -> waiting.stream().noneMatch(other -> other != each && reads(other, each)))
                    .toList();
            if (unread.isEmpty()) {
                problems.add(waiting.stream()
                                .map(each -> "'" + each.column().attribute() + "'")
                                .toList()
                        + " are given values that depend on each other in a circle");
                return List.of();
            }
            ordered.addAll(unread);
            waiting.removeAll(unread);
        }
        return ordered;
    }

    private static boolean reads(Assignment reader, Assignment written) {
        Set<String> read = new HashSet<>();
        if (reader.value() != null) {
            reader.value().collectStored(read);
        }
        return read.contains(written.column().attribute());
    }
}
