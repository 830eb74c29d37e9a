/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.meter;

import dev.onkey.hibernate.Upserted;
import dev.onkey.spring.data.UpsertRepository;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Declares methods again, with transactions of its own. */
public interface SerialMeters extends JpaRepository<Meter, Long>, UpsertRepository<Meter> {

    @Override
    @Transactional(isolation = Isolation.SERIALIZABLE)
    Meter getOrCreate(Map<String, ?> naturalKey, Supplier<? extends Meter> candidate);

    @Override
    @Transactional(timeout = 30)
    <S extends Meter> Upserted<S> upsert(S candidate);
}
