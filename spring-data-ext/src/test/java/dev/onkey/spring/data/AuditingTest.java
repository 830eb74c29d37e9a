/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.hibernate.Outcome;
import dev.onkey.hibernate.Upserted;
import dev.onkey.spring.data.diary.Audit;
import dev.onkey.spring.data.diary.DiaryApplication;
import dev.onkey.spring.data.diary.Entries;
import dev.onkey.spring.data.diary.Entry;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Spring Data's auditing does for upserts what it does for {@code save}. */
class AuditingTest {

    private static ConfigurableApplicationContext diary;
    private static Entries entries;

    @BeforeAll
    static void start() {
        diary = BootApplications.start("onkey_auditing", DiaryApplication.class);
        entries = diary.getBean(Entries.class);
    }

    @AfterAll
    static void stop() {
        diary.close();
    }

    @BeforeEach
    void empty() {
        entries.deleteAll();
    }

    @Test
    void stampsANewRow() {
        DiaryApplication.writer = "ann";

        for (Entry entry : new Entry[] {
            entries.upsert(new Entry(LocalDate.EPOCH, "a")).entity(),
            entries.getOrCreate(new Entry(LocalDate.EPOCH.plusDays(1), "b"))
        }) {
            assertThat(entry.audit().author()).isEqualTo("ann");
            assertThat(entry.audit().editor()).isEqualTo("ann");
            assertThat(entry.audit().created())
                    .isNotNull()
                    .isEqualTo(entry.audit().modified());
        }
    }

    @Test
    void stampsARealChangeAndNothingElse() {
        DiaryApplication.writer = "ann";
        Audit created = entries.upsert(new Entry(LocalDate.EPOCH, "a")).entity().audit();

        DiaryApplication.writer = "bob";
        DiaryApplication.now = DiaryApplication.now.plusSeconds(1);
        Upserted<Entry> unchanged = entries.upsert(new Entry(LocalDate.EPOCH, "a"));
        assertThat(unchanged.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(unchanged.entity().audit().editor()).isEqualTo("ann");
        assertThat(unchanged.entity().audit().modified()).isEqualTo(created.modified());

        Upserted<Entry> updated = entries.upsert(new Entry(LocalDate.EPOCH, "b"));
        assertThat(updated.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(updated.entity().version()).isOne();
        assertThat(updated.entity().audit().author()).isEqualTo("ann");
        assertThat(updated.entity().audit().editor()).isEqualTo("bob");
        assertThat(updated.entity().audit().created()).isEqualTo(created.created());
        assertThat(updated.entity().audit().modified()).isAfter(created.modified());
    }
}
