/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import dev.onkey.hibernate.Outcome;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a contestant did what it had to, as the table itself shows.
 *
 * @param rows how many rows there have to be
 * @param wrongRows how many of them are not as they have to be, or there in vain
 * @param answers how many items were written
 * @param wrongIds for how many of them the contestant told another id than the row has; null if it tells none
 * @param wrongOutcomes likewise
 * @param failure what ended it; null if nothing did
 */
record Verdict(
        int rows,
        int wrongRows,
        int answers,
        @Nullable Integer wrongIds,
        @Nullable Integer wrongOutcomes,
        @Nullable String failure)
        implements Serializable {

    static Verdict of(Work work, ItemTable table, List<Item> items, Answer answer) throws SQLException {
        // 0 is no id: such a row is missing
        long[] ids = new long[work.state().rows(items.size())];
        int[] wrong = {0};
        table.forEach((id, stored) -> {
            int number = stored.number();
            boolean known = number >= 0 && number < ids.length;
            if (known) {
                ids[number] = id;
            }
            if (!known || !isRight(stored, work.state())) {
                wrong[0]++;
            }
        });
        for (long id : ids) {
            wrong[0] += id == 0 ? 1 : 0;
        }
        return new Verdict(
                ids.length,
                wrong[0],
                items.size(),
                wrongIds(items, answer.ids(), ids),
                wrongOutcomes(items, answer, work.state()),
                null);
    }

    static Verdict failed(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new Verdict(0, 0, 0, null, null, String.valueOf(root).replaceAll("\\s+", " "));
    }

    /** In words; empty if all that was told is right. */
    String complaint() {
        if (failure != null) {
            return "failed: " + failure;
        }
        List<String> complaints = new ArrayList<>();
        complain(complaints, "rows", wrongRows, rows);
        complain(complaints, "ids", wrongIds, answers);
        complain(complaints, "outcomes", wrongOutcomes, answers);
        return String.join(", ", complaints);
    }

    private static void complain(List<String> complaints, String what, @Nullable Integer wrong, int all) {
        if (wrong != null && wrong > 0) {
            complaints.add(String.format(Locale.ROOT, "wrong %s: %,d of %,d", what, wrong, all));
        }
    }

    private static boolean isRight(Item stored, State state) {
        return state.allows(stored) && stored.equals(Item.of(stored.number(), stored.version()));
    }

    private static @Nullable Integer wrongIds(List<Item> items, @Nullable List<@Nullable Long> told, long[] ids) {
        if (told == null) {
            return null;
        }
        int wrong = 0;
        for (int i = 0; i < items.size(); i++) {
            wrong += i < told.size()
                            && Objects.equals(told.get(i), ids[items.get(i).number()])
                    ? 0
                    : 1;
        }
        return wrong;
    }

    private static @Nullable Integer wrongOutcomes(List<Item> items, Answer answer, State state) {
        if (answer.counts() != null) {
            return wrongCounts(items, answer.counts(), state);
        }
        return answer.outcomes() == null ? null : (Integer) wrongOutcomes(items, answer.outcomes(), state);
    }

    private static int wrongOutcomes(List<Item> items, List<Outcome> told, State state) {
        int wrong = 0;
        for (int i = 0; i < items.size(); i++) {
            Outcome expected = state.outcome(items.get(i).number());
            wrong += expected == null || i < told.size() && told.get(i) == expected ? 0 : 1;
        }
        return wrong;
    }

    private static int wrongCounts(List<Item> items, Map<Outcome, Long> told, State state) {
        Map<Outcome, Long> missing = new EnumMap<>(told);
        for (Item item : items) {
            Outcome expected = state.outcome(item.number());
            if (expected != null) {
                missing.merge(expected, -1L, Long::sum);
            }
        }
        return (int) missing.values().stream().mapToLong(Math::abs).max().orElse(0);
    }
}
