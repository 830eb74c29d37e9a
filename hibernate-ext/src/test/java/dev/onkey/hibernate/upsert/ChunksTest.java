/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.upsert.ItemTable.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.junit.jupiter.api.Test;

class ChunksTest {

    private static final long MEGABYTE = 1L << 20;

    @Test
    void holdNoMoreRowsThanMakeAStatementFaster() {
        List<Candidate> rows = candidates(2_500, "");

        assertThat(sizes(rows, 8, 64 * MEGABYTE)).containsExactly(1_000, 1_000, 500);
        assertThat(sizes(rows.subList(0, 1_000), 8, 64 * MEGABYTE)).containsExactly(1_000);
        assertThat(Chunks.of(List.of(), 8, 64 * MEGABYTE)).isEmpty();
        assertThat(Chunks.of(rows, 8, 64 * MEGABYTE).stream().flatMap(List::stream))
                .isEqualTo(rows);
    }

    @Test
    void holdNoMoreParametersThanAPreparedStatementMay() {
        List<Candidate> rows = candidates(1_000, "");

        assertThat(sizes(rows, 99, 64 * MEGABYTE)).containsExactly(655, 345);
        assertThat(sizes(rows.subList(0, 2), 65_535, 64 * MEGABYTE)).containsExactly(1, 1);
    }

    @Test
    void holdNoMoreBytesThanHalfAPacket() {
        List<Candidate> rows = candidates(10, "x".repeat(100_000));

        assertThat(sizes(rows, 8, 64 * MEGABYTE)).containsExactly(10);
        assertThat(sizes(rows, 8, 2 * MEGABYTE)).containsExactly(3, 3, 3, 1);
        assertThat(sizes(rows, 8, 1_000)).hasSize(10).containsOnly(1);
    }

    @Test
    void holdNoMoreBytesThanAServerLikesEvenIfItMayTakeThem() {
        List<Candidate> rows = candidates(30, "x".repeat(100_000));

        assertThat(sizes(rows, 8, 1_024 * MEGABYTE)).containsExactly(13, 13, 4);
    }

    private static List<Integer> sizes(List<Candidate> rows, int parameters, long packet) {
        return Chunks.of(rows, parameters, packet).stream().map(List::size).toList();
    }

    private static List<Candidate> candidates(int count, String text) {
        try (ItemTable table = ItemTable.of("chunks")) {
            return table.factory().sessions().fromSession(session -> {
                SharedSessionContractImplementor known = session.unwrap(SharedSessionContractImplementor.class);
                UpsertPlan plan = UpsertPlans.of(Item.class, known);
                Proposals proposals = new Proposals(plan, known);
                List<Candidate> rows = new ArrayList<>();
                for (Item item : items(count)) {
                    item.text = text;
                    Proposal proposal = proposals.forInsert(item);
                    rows.add(new Candidate(
                            rows.size(), proposal, plan.entity().columns().key(proposal.values())));
                }
                return rows;
            });
        }
    }
}
