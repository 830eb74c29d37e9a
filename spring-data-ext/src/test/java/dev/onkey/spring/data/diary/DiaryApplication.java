/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.diary;

import java.util.Optional;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.AuditorAware;
import org.springframework.data.jpa.repository.config.EnableJpaAuditing;

@SpringBootApplication
@EnableJpaAuditing
public class DiaryApplication {

    /** Who is writing. */
    public static volatile String writer = "nobody";

    @Bean
    AuditorAware<String> auditor() {
        return () -> Optional.of(writer);
    }
}
