/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.onkey.samples.tour.Listing.BadRow;
import dev.onkey.samples.tour.Listing.Row;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** Reads a list of assignments as the IEEE publishes it: CSV in UTF-8, whose first line names the columns. */
final class ListingReader {

    private static final String REGISTRY = "Registry";
    private static final String BLOCK = "Assignment";
    private static final String ORGANISATION = "Organization Name";

    private final List<String> header;
    private final List<Row> rows = new ArrayList<>();
    private final List<BadRow> badRows = new ArrayList<>();

    private ListingReader(List<String> header) {
        this.header = header;
    }

    /**
     * Reads to the end, whatever a single row is like.
     *
     * @throws UnusableFileException if there is no header with the three columns
     */
    static Listing read(InputStreamSource source) throws IOException {
        try (InputStream bytes = source.getInputStream();
                // lenient, as one bad row must not end the reading: what is wrong with it is found by looking at it
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(true)
                        .detectBomHeader(true)
                        .ofCsvRecord(bytes, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> records = csv.iterator();
            List<String> header = records.hasNext() ? records.next().getFields() : List.of();
            if (!header.containsAll(List.of(REGISTRY, BLOCK, ORGANISATION))) {
                throw new UnusableFileException("its first line does not name the columns " + REGISTRY + ", " + BLOCK
                        + " and " + ORGANISATION + ". It must, as in the list of the IEEE; others are ignored");
            }
            ListingReader reader = new ListingReader(header);
            records.forEachRemaining(reader::add);
            return new Listing(reader.rows, reader.badRows);
        }
    }

    private void add(CsvRecord record) {
        String wrong = wrong(record);
        if (wrong == null) {
            rows.add(new Row(
                    record.getStartingLineNumber(),
                    field(record, REGISTRY),
                    field(record, BLOCK),
                    field(record, ORGANISATION)));
        } else {
            badRows.add(new BadRow(record.getStartingLineNumber(), wrong));
        }
    }

    private @Nullable String wrong(CsvRecord record) {
        if (record.getFieldCount() != header.size()) {
            return record.getFieldCount() + " columns instead of " + header.size();
        }
        String wrong = wrong(REGISTRY, field(record, REGISTRY), Assignment.REGISTRY_LENGTH);
        if (wrong == null) {
            wrong = wrong(BLOCK, field(record, BLOCK), Assignment.BLOCK_LENGTH);
        }
        return wrong != null ? wrong : wrong(ORGANISATION, field(record, ORGANISATION), Organisation.NAME_LENGTH);
    }

    private static @Nullable String wrong(String column, String value, int length) {
        if (value.isEmpty()) {
            return column + " is empty";
        }
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            return column + " goes on over " + value.lines().count() + " lines: is a quote not closed?";
        }
        if (value.indexOf('\uFFFD') >= 0) {
            return column + " is not in UTF-8";
        }
        // as the server counts: a character beyond the basic plane is one
        int characters = value.codePointCount(0, value.length());
        return characters > length ? column + " has " + characters + " characters, and " + length + " fit" : null;
    }

    private String field(CsvRecord record, String column) {
        return record.getField(header.indexOf(column)).strip();
    }
}
