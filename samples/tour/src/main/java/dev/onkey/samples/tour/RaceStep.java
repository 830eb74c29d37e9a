/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import dev.onkey.spring.data.UpsertRetriedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets threads race for the same new rows. */
@Component
@Order(4)
final class RaceStep implements Step {

    private static final int THREADS = 16;
    private static final int KEYS = 100;

    private final Organisations organisations;
    private final StoredRows stored;
    private final LongAdder repeated = new LongAdder();

    RaceStep(Organisations organisations, StoredRows stored) {
        this.organisations = organisations;
        this.stored = stored;
    }

    @Override
    public String title() {
        return THREADS + " threads race for the same " + KEYS + " new keys, one key after the other";
    }

    @Override
    public String code() {
        return "organisations.getOrCreate(new Organisation(name))";
    }

    @Override
    public List<String> walk(Visit visit) {
        long before = stored.organisations();
        List<List<@Nullable Long>> idsByThread = race();
        Set<Long> ids = new TreeSet<>();
        for (int key = 0; key < KEYS; key++) {
            int number = key;
            Set<@Nullable Long> idsOfKey = new HashSet<>();
            idsByThread.forEach(thread -> idsOfKey.add(thread.get(number)));
            visit.claims().check("ids that the threads got for key " + key + ": " + idsOfKey, 1, idsOfKey.size());
            idsOfKey.forEach(ids::add);
        }
        visit.claims().check("different ids", KEYS, ids.size());
        visit.claims().check("new rows", (long) KEYS, stored.organisations() - before);
        return List.of(
                Report.number(THREADS * KEYS) + " calls made " + KEYS
                        + " rows, and every thread got the same id for a key",
                "transactions that the server gave up for another one, and that Onkey has repeated: " + repeated);
    }

    @EventListener
    void repeated(UpsertRetriedEvent event) {
        repeated.increment();
    }

    private List<List<@Nullable Long>> race() {
        List<String> names = IntStream.range(0, KEYS)
                .mapToObj(key -> "Racing Organisation " + key)
                .toList();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<List<@Nullable Long>> racer = () -> {
            List<@Nullable Long> ids = new ArrayList<>();
            for (String name : names) {
                start.await();
                ids.add(organisations.getOrCreate(new Organisation(name)).id());
            }
            return ids;
        };
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<List<@Nullable Long>> ids = new ArrayList<>();
            for (Future<List<@Nullable Long>> thread : threads.invokeAll(Collections.nCopies(THREADS, racer))) {
                ids.add(thread.get());
            }
            return ids;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The race was not finished", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
