/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether the next rows are likely to be new: then they are inserted without a look at what is there. */
final class NewRows {

    /** So many tell for the others: of rows of which a tenth exists, one in two hundred times they do not. */
    private static final int A_FEW = 50;

    private @Nullable Boolean expected;

    private NewRows(@Nullable Boolean expected) {
        this.expected = expected;
    }

    /** Those that a query has not found. */
    static NewRows likely() {
        return new NewRows(true);
    }

    /** Those of which a look is to tell first. */
    static NewRows unlikely() {
        return new NewRows(false);
    }

    /** Those of an import. */
    static NewRows unknown() {
        return new NewRows(null);
    }

    /** Whether they are, as the last ones were. */
    boolean expected() {
        return Boolean.TRUE.equals(expected);
    }

    /** Whether they are not, as the last ones were not. */
    boolean areExcluded() {
        return Boolean.FALSE.equals(expected);
    }

    /** Whether they are, as the last ones were, or a few of the first ones. */
    boolean expected(List<Candidate> rows, Predicate<List<Candidate>> absent) {
        if (expected == null && rows.size() > A_FEW) {
            expect(absent.test(aFew(rows)));
        }
        return expected();
    }

    void expect(boolean likely) {
        expected = likely;
    }

    /** From all over, as they come in the order of their keys. */
    private static List<Candidate> aFew(List<Candidate> rows) {
        List<Candidate> few = new ArrayList<>(A_FEW);
        for (int i = 0; i < A_FEW; i++) {
            few.add(rows.get(i * rows.size() / A_FEW));
        }
        return few;
    }
}
