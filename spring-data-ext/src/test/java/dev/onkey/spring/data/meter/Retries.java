/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.meter;

import dev.onkey.spring.data.UpsertRetriedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Remembers what was repeated. */
@Component
public class Retries {

    private final List<UpsertRetriedEvent> events = Collections.synchronizedList(new ArrayList<>());
    private volatile Runnable next = () -> {};

    @EventListener
    void retried(UpsertRetriedEvent event) {
        events.add(event);
        next.run();
    }

    public List<UpsertRetriedEvent> events() {
        return events;
    }

    public void forget() {
        events.clear();
        next = () -> {};
    }

    public void onNext(Runnable action) {
        next = action;
    }
}
