/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/**
 * What the tour loads.
 *
 * @param title what it is, for people
 * @param file the list, in CSV
 * @param facts what is known of it beforehand, if anything is
 */
record DataSet(String title, Resource file, @Nullable Facts facts) {

    /** What somebody else counted in the file. */
    record Facts(int rows, int spellings, int blocks) {}

    /** The list that comes with the tour; its README says where it is from. */
    static DataSet shipped() {
        return new DataSet(
                "the IEEE's public list of hardware-address blocks (public domain, August 2022)",
                new ClassPathResource("ieee-oui/oui.csv"),
                new Facts(32_530, 18_742, 32_527));
    }

    /** The file that the first argument names, or else the shipped list. */
    static DataSet chosenBy(String... arguments) {
        return arguments.length == 0 || arguments[0].isBlank()
                ? shipped()
                : new DataSet(arguments[0], new FileSystemResource(arguments[0]), null);
    }

    Listing read() {
        try {
            return ListingReader.read(file);
        } catch (IOException e) {
            throw new UnusableFileException(e.toString());
        }
    }
}
