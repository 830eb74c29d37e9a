/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.guests;

import dev.onkey.spring.data.DuplicateEntityException;
import dev.onkey.spring.data.UpsertRetriedEvent;
import org.springframework.aot.AotDetector;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets guests in when the application starts, and prints what became of them. */
@Component
class Door implements ApplicationRunner {

    private final Guests guests;
    private final KeyedGuests keyed;
    private final TransactionTemplate readOnly;
    private int repetitions;

    Door(Guests guests, KeyedGuests keyed, PlatformTransactionManager transactions) {
        this.guests = guests;
        this.keyed = keyed;
        this.readOnly = new TransactionTemplate(transactions);
        this.readOnly.setReadOnly(true);
    }

    @EventListener
    void repeated(UpsertRetriedEvent event) {
        repetitions++;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        print("generated", AotDetector.useGeneratedArtifacts());
        print("created", guests.upsert(new Guest("Ada", 1)).outcome());
        print("updated", guests.upsert(new Guest("Ada", 2)).outcome());
        print("found", guests.getOrCreate(new Guest("Ada", 3)).seat());
        print("by a base interface", keyed.upsert(new Guest("Ada", 2)).outcome());
        print("queried", guests.findBySeatLessThan(9).size());
        try {
            guests.upsert(new Guest("Bob", 2));
        } catch (DuplicateEntityException e) {
            print("duplicate", e.entityType().getSimpleName() + e.attributes());
        }
        print("repetitions", repetitions);
        try {
            guests.save(new Guest("Bob", 2));
        } catch (DuplicateEntityException e) {
            print("saved", e.entityType().getSimpleName() + e.attributes());
        }
        try {
            readOnly.executeWithoutResult(status -> guests.upsert(new Guest("Bob", 3)));
        } catch (InvalidDataAccessApiUsageException e) {
            print("refused", e.getMessage());
        }
    }

    private static void print(String what, Object answer) {
        System.out.println(what + ": " + answer);
    }
}
