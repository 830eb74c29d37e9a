/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.TransactionException;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.resource.jdbc.ResourceRegistry;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Statements that stay prepared, which nobody is to notice but by the time they take. */
class KeptStatementsTest {

    private static final Importing<Crate> CRATES = Importing.of(Crate.class).chunksOf(10);

    private TestFactory factory = factory(TestFactory.of("kept_statements", Crate.class));

    @AfterEach
    void stop() {
        factory.close();
    }

    @Test
    void areEachPreparedOnce() {
        Imported imported = write(crates(0, 50), CRATES);

        assertThat(imported.created()).isEqualTo(50);
        assertThat(factory.statements()).as("run: the look, five inserts").hasSize(1 + 5);
        assertThat(prepared()).as("prepared: the look, the insert").isEqualTo(2);
    }

    @Test
    void areNotKeptWhereSomebodyChangesThem() {
        List<String> texts = new ArrayList<>();
        StatementInspector numbering = sql -> {
            texts.add("/* " + texts.size() + " */ " + sql);
            return texts.get(texts.size() - 1);
        };
        factory.close();
        factory = factory(TestFactory.of("kept_statements", Crate.class)
                .set("hibernate.session_factory.statement_inspector", numbering));
        texts.clear();

        write(crates(0, 50), CRATES);

        assertThat(prepared()).isEqualTo(1 + 5);
        assertThat(texts)
                .as("it is asked once more, where the first change is noticed")
                .hasSize(1 + 5 + 1);
    }

    @Test
    void haveTheTimeThatTheTransactionHasLeft() {
        Consumer<Imported> slow = soFar -> sleep(soFar.position() == 10 ? 1_200 : 0);

        try (Session session = factory.sessions().openSession()) {
            session.getTransaction().setTimeout(1);
            session.beginTransaction();
            assertThatThrownBy(() -> Upserts.in(session).upsertAll(crates(0, 50), CRATES.onProgress(slow)))
                    .isInstanceOf(TransactionException.class)
                    .hasMessageContaining("timeout");
            assertThat(areOpen(session)).isFalse();
            session.getTransaction().rollback();
        }
    }

    @Test
    void comeAfterWhatTheSessionHasWrittenMeanwhile() {
        Imported imported = factory.sessions().fromStatelessTransaction(session -> {
            session.setJdbcBatchSize(10);
            Importing<Crate> importing = CRATES.onProgress(soFar -> {
                if (soFar.position() == 20) {
                    session.insert(new Crate(1_000, "c25"));
                }
            });
            return Upserts.in(session).upsertAll(crates(0, 50), importing);
        });

        assertThat(imported.created()).isEqualTo(49);
        assertThat(imported.unchanged()).isEqualTo(1);
    }

    @Test
    void areClosedWhenTheCallIsOver() {
        factory.sessions().inTransaction(session -> {
            Upserts upserts = Upserts.in(session);
            upserts.upsertAll(crates(0, 25), CRATES);
            assertThat(areOpen(session)).isFalse();
            upserts.upsertAll(crates(20, 40).toList());
            assertThat(areOpen(session)).isFalse();
            upserts.getOrCreateAll(crates(30, 60).toList());
            assertThat(areOpen(session)).isFalse();
            Stream<Crate> bad = Stream.concat(crates(60, 75), Stream.of(new Crate(75, "longer than ten")));
            assertThatThrownBy(() -> upserts.upsertAll(bad, CRATES)).hasMessageContaining("number 16");
            assertThat(areOpen(session)).isFalse();
        });
    }

    @Test
    void arePreparedAgainOnceHibernateHasClosedThem() {
        Imported imported = factory.sessions().fromTransaction(session -> {
            Importing<Crate> importing = CRATES.onProgress(soFar -> {
                if (soFar.position() == 20) {
                    resources(session).releaseResources();
                }
            });
            return Upserts.in(session).upsertAll(crates(0, 50), importing);
        });

        assertThat(imported.created()).isEqualTo(50);
        assertThat(factory.statements()).hasSize(1 + 5);
        assertThat(prepared()).as("the look, the insert twice").isEqualTo(3);
    }

    private static TestFactory factory(TestFactory.Builder builder) {
        TestFactory factory =
                builder.set("hibernate.generate_statistics", "true").build();
        factory.statements().clear();
        factory.sessions().getStatistics().clear();
        return factory;
    }

    private Imported write(Stream<Crate> crates, Importing<Crate> importing) {
        return factory.sessions().fromTransaction(session -> Upserts.in(session).upsertAll(crates, importing));
    }

    private long prepared() {
        return factory.sessions().getStatistics().getPrepareStatementCount();
    }

    private static boolean areOpen(Session session) {
        return resources(session).hasRegisteredResources();
    }

    private static ResourceRegistry resources(Session session) {
        return ((SharedSessionContractImplementor) session)
                .getJdbcCoordinator()
                .getLogicalConnection()
                .getResourceRegistry();
    }

    private static Stream<Crate> crates(long from, long to) {
        return LongStream.range(from, to).mapToObj(number -> new Crate(number, "c" + number));
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Entity(name = "Crate")
    @NaturalKey("code")
    static class Crate {
        @Id
        long id;

        @Column(length = 10, nullable = false, unique = true)
        String code;

        String name = "imported";

        protected Crate() {}

        Crate(long id, String code) {
            this.id = id;
            this.code = code;
        }
    }
}
