/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What was measured, and how it compares. */
record Results(List<Entry> entries, List<Measurement> measurements) {

    List<Work> works(Discipline... disciplines) {
        return measurements.stream()
                .map(Measurement::work)
                .distinct()
                .filter(work -> Arrays.asList(disciplines).contains(work.discipline()))
                .toList();
    }

    /** Those that did one of the works, in the order that they are always named in. */
    List<String> names(List<Work> works) {
        return entries.stream()
                .filter(entry -> works.stream().anyMatch(entry::enters))
                .map(Entry::name)
                .distinct()
                .toList();
    }

    boolean hasRun(Entry entry) {
        return measurements.stream().anyMatch(run -> run.entry().equals(entry));
    }

    Optional<Summary> of(Work work, String name) {
        List<Measurement> runs = measurements.stream()
                .filter(each -> each.work().equals(work) && each.entry().name().equals(name))
                .toList();
        return runs.isEmpty() ? Optional.empty() : Optional.of(Summary.of(runs));
    }

    /** How many times as fast one is as another. */
    OptionalDouble ratio(Work work, String name, String other) {
        Optional<Summary> ours = of(work, name).filter(each -> !each.failed());
        Optional<Summary> theirs = of(work, other).filter(each -> !each.failed());
        return ours.isEmpty() || theirs.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ours.get().perSecond() / theirs.get().perSecond());
    }

    /** Whether nobody failed, and Onkey was right throughout. Others may be wrong: that is what they are compared for. */
    boolean isSound() {
        return measurements.stream()
                .noneMatch(run -> run.verdict().failure() != null
                        || run.entry().kind() == Kind.ONKEY
                                && !run.verdict().complaint().isEmpty());
    }
}
