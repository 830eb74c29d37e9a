/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.samples.mysql.MySqlServer;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The first argument may name a CSV file to load instead of the shipped one. Ends with 0 if everything is as claimed, else 1. */
@SpringBootApplication(proxyBeanMethods = false)
class TourApplication {

    public static void main(String... arguments) {
        System.exit(run(DataSet.chosenBy(arguments), System.out));
    }

    static int run(DataSet data, PrintStream out) {
        Report report = new Report(out);
        try {
            walk(data, report);
            return 0;
        } catch (FalseClaimException e) {
            report.line(e.getMessage());
        } catch (UnusableFileException e) {
            report.line("Cannot load " + data.title() + ": " + e.getMessage() + ".");
        }
        return 1;
    }

    private static void walk(DataSet data, Report report) {
        Instant start = Instant.now();
        MySqlServer server = MySqlServer.shared();
        report.line("Onkey's tour, on " + server.description());
        report.line("Data: " + data.title());
        Listing listing = data.read();
        listing.badRows().forEach(row -> report.line("   line " + row.line() + " is left out: " + row.reason()));
        Claims claims = new Claims();
        try (ConfigurableApplicationContext context = SpringApplication.run(
                TourApplication.class, "--spring.datasource.url=" + server.freshDatabase("onkey_tour"))) {
            context.getBean(Tour.class).walk(new Visit(listing, data.facts(), claims, report));
        }
        report.line("");
        report.line("All " + claims.held() + " claims held, with "
                + Report.number(listing.rows().size()) + " rows ("
                + Report.number(listing.badRows().size()) + " bad rows left out), on " + server.description()
                + ", in " + Report.seconds(Duration.between(start, Instant.now())) + ".");
    }
}
