/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.UpsertedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostPersist;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Identifiers that are arrays, which Java compares as objects. */
class BytesIdTest {

    private static TestFactory factory;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("bytes_id", Blob.class)
                .url("allowLoadLocalInfile=true")
                .build();
        jdbc = new Jdbc(factory.url());
        jdbc.execute("set global local_infile = on");
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("delete from Chunk");
        Blob.PERSISTED.set(0);
    }

    @Test
    void aRowThatHoldsItAlreadyIsUnchanged() {
        factory.sessions().inTransaction(session -> Upserts.in(session).upsertAll(blobs(6)));
        List<Blob> blobs = blobs(6);
        blobs.forEach(blob -> blob.size = 0);
        blobs.get(5).size = 100;

        List<UpsertedRow> rows = factory.sessions()
                .fromTransaction(session -> Upserts.in(session)
                        .upsertAll(Blob.class, blobs, Updating.<Blob>nothing().keepGreatest("size")));

        assertThat(rows)
                .extracting(UpsertedRow::outcome)
                .containsExactly(UNCHANGED, UNCHANGED, UNCHANGED, UNCHANGED, UNCHANGED, UPDATED);
    }

    @Test
    void theLastOneStaysInAFileToo() {
        List<String> spellings = List.of("æther", "aether");
        for (int first = 0; first < 2; first++) {
            empty();
            factory.sessions().inTransaction(session -> Upserts.in(session).upsert(new Blob(1_000, "AETHER", 50)));
            List<Blob> blobs = blobs(300);
            blobs.get(0).name = spellings.get(first);
            blobs.get(299).name = spellings.get(1 - first);

            factory.sessions()
                    .inTransaction(session -> Upserts.in(session).upsertAll(blobs.stream(), Importing.of(Blob.class)));

            assertThat(jdbc.number("select size from Chunk where name = 'aether'"))
                    .isEqualTo(299);
        }
    }

    @Test
    void aCallbackIsCalledOnce() {
        factory.sessions().inTransaction(session -> Upserts.in(session).getOrCreateAll(blobs(2)));

        assertThat(Blob.PERSISTED).hasValue(2);
    }

    private static List<Blob> blobs(int count) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> new Blob(i, "blob " + i, i))
                .toList());
    }

    @Entity(name = "Chunk")
    @NaturalKey("name")
    static class Blob {
        static final AtomicInteger PERSISTED = new AtomicInteger();

        @Id
        @Column(columnDefinition = "binary(4)")
        byte[] id;

        @Column(
                unique = true,
                columnDefinition = "varchar(30) character set utf8mb4 collate utf8mb4_unicode_520_ci not null")
        String name;

        int size;

        protected Blob() {}

        Blob(int id, String name, int size) {
            this.id = ByteBuffer.allocate(4).putInt(id).array();
            this.name = name;
            this.size = size;
        }

        @PostPersist
        void count() {
            PERSISTED.incrementAndGet();
        }
    }
}
