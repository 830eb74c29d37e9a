/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.samples.tour.Listing.BadRow;
import dev.onkey.samples.tour.Listing.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

final class ListingReaderTest {

    private static final String HEADER = "Registry,Assignment,Organization Name\n";

    @Test
    void readsRowsWithTheirLines() throws IOException {
        Listing listing = read(HEADER + "MA-L,080030,CERN\n\nMA-L,00D0EF,\"Say \"\"Cheese\"\", Inc\"\n");

        assertThat(listing.rows())
                .containsExactly(
                        new Row(2, "MA-L", "080030", "CERN"), new Row(4, "MA-L", "00D0EF", "Say \"Cheese\", Inc"));
        assertThat(listing.badRows()).isEmpty();
    }

    @Test
    void dropsBlanksAroundValues() throws IOException {
        assertThat(read(HEADER + "MA-L , 080030,  CERN\t\n").rows())
                .containsExactly(new Row(2, "MA-L", "080030", "CERN"));
    }

    @Test
    void findsColumnsByNameAndIgnoresOthers() throws IOException {
        String text = "\uFEFFOrganization Name,Registry,Organization Address,Assignment\r\nCERN,MA-L,Geneva,080030\r\n";

        assertThat(read(text).rows()).containsExactly(new Row(2, "MA-L", "080030", "CERN"));
    }

    @Test
    void reportsBadRowsAndReadsOn() throws IOException {
        Listing listing = read(HEADER
                + "MA-L,080030\n"
                + "MA-L,080030,CERN,Geneva\n"
                + ",080030,CERN\n"
                + "MA-L, ,CERN\n"
                + "MA-L,080030,\"\"\n"
                + "MA-L,0800300800300,CERN\n"
                + "MA-L,080030," + "x".repeat(101) + "\n"
                + "MA-L,080030,C\uFFFDRN\n"
                + "MA-L,080030," + "\uD83D\uDE00".repeat(100) + "\n");

        assertThat(listing.badRows())
                .containsExactly(
                        new BadRow(2, "2 columns instead of 3"),
                        new BadRow(3, "4 columns instead of 3"),
                        new BadRow(4, "Registry is empty"),
                        new BadRow(5, "Assignment is empty"),
                        new BadRow(6, "Organization Name is empty"),
                        new BadRow(7, "Assignment has 13 characters, and 12 fit"),
                        new BadRow(8, "Organization Name has 101 characters, and 100 fit"),
                        new BadRow(9, "Organization Name is not in UTF-8"));
        assertThat(listing.rows()).extracting(Row::line).containsExactly(10L);
    }

    @Test
    void aQuoteThatIsNotClosedIsOneBadRow() throws IOException {
        Listing listing = read(HEADER + "MA-L,080030,CERN\nMA-L,00D0EF,\"IGT\nMA-L,086195,Rockwell\n");

        assertThat(listing.rows()).hasSize(1);
        assertThat(listing.badRows())
                .containsExactly(new BadRow(3, "Organization Name goes on over 2 lines: is a quote not closed?"));
    }

    @Test
    void refusesAFileWithoutTheHeader() {
        assertThatThrownBy(() -> read("MA-L,080030,CERN\n"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("Registry, Assignment and Organization Name");
        assertThatThrownBy(() -> read("")).isInstanceOf(UnusableFileException.class);
    }

    @Test
    void readsTheShippedListInFull() {
        Listing listing = DataSet.shipped().read();

        assertThat(listing.rows()).hasSize(32_530);
        assertThat(listing.badRows()).isEmpty();
    }

    private static Listing read(String text) throws IOException {
        return ListingReader.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }
}
