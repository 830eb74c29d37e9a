/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.samples.mysql.MySqlServer;
import dev.onkey.spring.data.AotApplication.Run;
import dev.onkey.spring.data.guests.GuestsApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that was processed ahead of time does all that it does otherwise; processing needs no database. */
class AotTest {

    private static final String NO_DATABASE = "jdbc:mysql://127.0.0.1:1/none";

    @TempDir
    private static Path folder;

    private static AotApplication guests;

    @BeforeAll
    static void process() throws IOException, InterruptedException {
        guests = AotApplication.process(GuestsApplication.class, folder, "-Dspring.datasource.url=" + NO_DATABASE);
    }

    @Test
    @DisplayName("processed ahead of time: upserts, duplicates, repetition and refusals as otherwise")
    void worksAsItDoesOtherwise() throws IOException, InterruptedException {
        Run run = run(
                MySqlServer.shared().freshDatabase("onkey_spring_aot"),
                "-Dspring.jpa.hibernate.ddl-auto=create-only",
                // so that a call is repeated without another one in its way
                "-Donkey.retry.also-on=1062",
                "-Donkey.retry.most-times=2");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output().lines())
                .containsSubsequence(
                        "generated: true",
                        "created: CREATED",
                        "updated: UPDATED",
                        "found: 2",
                        "by a base interface: UNCHANGED",
                        "queried: 1",
                        "duplicate: Guest[seat]",
                        "repetitions: 2",
                        "saved: Guest[seat]")
                .anyMatch(line -> line.startsWith("refused: Guests.upsert writes, and the transaction"));
    }

    @Test
    @DisplayName("processed ahead of time: what cannot work does not start")
    void refusesATableWithoutAUniqueKey() throws IOException, InterruptedException, SQLException {
        String url = MySqlServer.shared().freshDatabase("onkey_spring_aot");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table guest (id bigint auto_increment primary key, name varchar(50), seat int)");
        }

        Run run = run(url, "-Dspring.jpa.hibernate.ddl-auto=none");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains(
                        "APPLICATION FAILED TO START",
                        "Guests is an UpsertRepository, and that cannot work",
                        "ALTER TABLE guest ADD UNIQUE KEY (name)");
    }

    private static Run run(String url, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dspring.datasource.url=" + url);
        if (PersistenceUnits.onMariaDb()) {
            all.add("-Dspring.jpa.database-platform=" + PersistenceUnits.MARIADB_DIALECT);
        }
        return guests.run(all.toArray(String[]::new));
    }
}
