/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.diary;

import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.auditing.DateTimeProvider;
import org.springframework.data.domain.AuditorAware;
import org.springframework.data.jpa.repository.config.EnableJpaAuditing;

@SpringBootApplication
@EnableJpaAuditing(dateTimeProviderRef = "clock")
public class DiaryApplication {

    /** Who is writing. */
    public static volatile String writer = "nobody";

    /** When; in whole seconds, as Connector/J sends MariaDB 10.11 no others. */
    public static volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Bean
    DateTimeProvider clock() {
        return () -> Optional.of(now);
    }

    @Bean
    AuditorAware<String> auditor() {
        return () -> Optional.of(writer);
    }
}
