/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static dev.onkey.hibernate.Outcome.CREATED;
import static dev.onkey.hibernate.Outcome.UNCHANGED;
import static dev.onkey.hibernate.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onkey.hibernate.NaturalKey;
import dev.onkey.hibernate.TestFactory;
import dev.onkey.hibernate.Upserted;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostUpdate;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Callbacks, listeners and validation, as the javadoc of {@linkplain dev.onkey.hibernate.upsert the package} says. */
class LifecycleTest {

    private static final List<String> CALLS = new ArrayList<>();

    private static TestFactory factory;
    private static Jdbc jdbc;
    private static int clock;

    @BeforeAll
    static void start() {
        factory = TestFactory.of("lifecycle", Page.class).build();
        jdbc = new Jdbc(factory.url());
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        jdbc.execute("delete from Page");
        CALLS.clear();
        clock = 0;
    }

    @Test
    void callsWhatSaveWouldCallForANewRow() {
        Page candidate = new Page("home", "Home");
        Upserted<Page> created = in(upserts -> upserts.upsert(candidate));

        assertThat(created.outcome()).isEqualTo(CREATED);
        assertThat(CALLS)
                .containsExactly(
                        "listener PrePersist",
                        "PrePersist",
                        "listener PreUpdate",
                        "PreUpdate",
                        "PostLoad",
                        "PostPersist");
        assertThat(row()).isEqualTo("home|home|1|1|0");
        assertThat(candidate.createdAt).as("callbacks get a copy").isNull();
        assertThat(created.entity().createdAt).isEqualTo(1);
    }

    @Test
    @DisplayName("created timestamp kept, updated timestamp and version moved only by a real change")
    void keepsWhatPrePersistSetAndMovesWhatPreUpdateSetsWithARealChangeOnly() {
        in(upserts -> upserts.upsert(new Page("home", "Home")));

        assertThat(in(upserts -> upserts.upsert(new Page("home", "HOME"))).outcome())
                .as("both are 'home' once PreUpdate has put them in lower case")
                .isEqualTo(UNCHANGED);
        assertThat(row()).isEqualTo("home|home|1|1|0");

        CALLS.clear();
        Upserted<Page> updated = in(upserts -> upserts.upsert(new Page("home", "Start")));
        assertThat(updated.outcome()).isEqualTo(UPDATED);
        assertThat(CALLS).endsWith("PostLoad", "PostUpdate");
        assertThat(row()).isEqualTo("home|start|1|6|1");
    }

    @Test
    void aHitOfGetOrCreateCallsNothingButPostLoad() {
        in(upserts -> upserts.getOrCreate(new Page("home", "Home")));
        assertThat(CALLS).containsExactly("listener PrePersist", "PrePersist", "PostLoad", "PostPersist");
        CALLS.clear();

        in(upserts -> upserts.getOrCreate(new Page("home", "Other")));

        assertThat(CALLS).containsExactly("PostLoad");
    }

    @Test
    void whatReturnsNoEntityCallsNothingAfterTheWrite() {
        in(upserts -> upserts.insertIfAbsent(new Page("home", "Home")));
        assertThat(CALLS).containsExactly("listener PrePersist", "PrePersist");
        CALLS.clear();

        in(upserts -> upserts.upsertAll(List.of(new Page("home", "Start"))));
        assertThat(CALLS).containsExactly("listener PrePersist", "PrePersist", "listener PreUpdate", "PreUpdate");
    }

    @Test
    void aCallbackMayMakeTheKey() {
        Page first = in(upserts -> upserts.getOrCreate(new Page(null, "About us")));
        Page second = in(upserts -> upserts.getOrCreate(new Page(null, "About Us")));

        assertThat(first.slug).isEqualTo("about us");
        assertThat(second.id).isEqualTo(first.id);
    }

    @Test
    void validatesBeforeAnySql() {
        factory.statements().clear();
        for (Function<Upserts, Object> call : List.<Function<Upserts, Object>>of(
                upserts -> upserts.upsert(new Page("home", "x".repeat(50))),
                upserts -> upserts.insertIfAbsent(new Page("home", "x".repeat(50))),
                upserts -> upserts.upsertAll(List.of(new Page("home", "x".repeat(50)))))) {
            assertThatThrownBy(() -> in(call)).isInstanceOf(ConstraintViolationException.class);
        }
        assertThat(factory.statements()).isEmpty();
    }

    @Test
    void theCallersChoiceComesBeforeAStamp() {
        in(upserts -> upserts.upsert(new Page("home", "Home")));

        in(upserts -> upserts.upsert(new Page("home", "Start"), Updating.except("updatedAt")));
        assertThat(row()).isEqualTo("home|start|1|1|1");
        in(upserts ->
                upserts.upsert(new Page("home", "Start"), Updating.nothing().increment("updatedAt", 100)));
        assertThat(row()).isEqualTo("home|start|1|101|2");
    }

    private static String row() {
        return jdbc.row("select slug, title, createdAt, updatedAt, version from Page");
    }

    private static <R> R in(Function<Upserts, R> call) {
        return factory.sessions().fromTransaction(session -> call.apply(Upserts.in(session)));
    }

    static class Listener {
        @PrePersist
        void prePersist(Page page) {
            CALLS.add("listener PrePersist");
            page.createdAt = ++clock;
            page.updatedAt = clock;
        }

        @PreUpdate
        void preUpdate(Page page) {
            CALLS.add("listener PreUpdate");
            page.updatedAt = ++clock;
        }
    }

    @Entity(name = "Page")
    @NaturalKey("slug")
    @EntityListeners(Listener.class)
    static class Page {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 40)
        String slug;

        @Size(max = 40)
        String title;

        @NotNull
        Integer createdAt;

        Integer updatedAt;

        @Version
        int version;

        @Transient
        String note;

        protected Page() {}

        Page(String slug, String title) {
            this.slug = slug;
            this.title = title;
        }

        @PrePersist
        void prePersist() {
            CALLS.add("PrePersist");
            title = title.toLowerCase(java.util.Locale.ROOT);
            slug = slug == null ? title : slug;
        }

        @PreUpdate
        void preUpdate() {
            CALLS.add("PreUpdate");
            title = title.toLowerCase(java.util.Locale.ROOT);
        }

        @PostPersist
        void postPersist() {
            CALLS.add("PostPersist");
        }

        @PostUpdate
        void postUpdate() {
            CALLS.add("PostUpdate");
        }

        @PostLoad
        void postLoad() {
            CALLS.add("PostLoad");
        }
    }
}
