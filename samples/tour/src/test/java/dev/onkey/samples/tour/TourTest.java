/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.samples.tour.DataSet.Facts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

final class TourTest {

    /** Two bad rows; a block that is listed three times; an organisation that is spelled in three ways. */
    private static final Resource MESSY = new ByteArrayResource("""
            Registry,Assignment,Organization Name
            MA-L,080030,NETWORK RESEARCH CORPORATION
            MA-L,0001C8,"Conrad Corp."
            MA-L,00D0EF
            MA-L,0001C9,CONRAD CORP.
            ,0001CA,Conrad Corp.
            MA-L,080030,Royal Melbourne Institute
            MA-L,0001CB,conrad corp.\t
            MA-L,080030,CERN
            """.getBytes(StandardCharsets.UTF_8));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void walksThroughAMessyFile() {
        assertThat(run(new DataSet("a messy file", MESSY, new Facts(6, 6, 4)))).isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("line 4 is left out: 2 columns instead of 3", "line 6 is left out: Registry is empty")
                .contains("6 spellings of organisations are 4 under")
                .contains("4 CREATED, 2 UPDATED, 0 UNCHANGED", "0 CREATED, 3 UPDATED, 3 UNCHANGED")
                .contains("1,600 calls made 100 rows")
                .contains("entityType = Organisation, attributes = [name]")
                .contains("claims held, with 6 rows (2 bad rows left out), on M");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void aFalseClaimEndsTheTour() {
        assertThat(run(new DataSet("a messy file", MESSY, new Facts(6, 7, 4)))).isEqualTo(1);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsSubsequence("NOT TRUE: spellings of organisations", "expected: 7", "found:    6")
                .doesNotContain("Load it", "claims held");
    }

    @Test
    void aFileThatCannotBeLoadedEndsTheTour() {
        assertThat(run(DataSet.chosenBy("no/such/file.csv"))).isEqualTo(1);

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Cannot load no/such/file.csv: ");
    }

    @Test
    void withoutAnArgumentTheShippedListIsLoaded() {
        assertThat(DataSet.chosenBy()).isEqualTo(DataSet.shipped());
        assertThat(DataSet.chosenBy(" ")).isEqualTo(DataSet.shipped());
    }

    private int run(DataSet data) {
        return TourApplication.run(data, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}
