/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.autoconfigure;

import dev.onkey.spring.data.UpsertTransactions;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * How calls that write in a transaction of their own run.
 *
 * @param isolation of these transactions
 * @param retry how they are repeated
 */
@ConfigurationProperties("onkey")
record OnkeyProperties(
        @DefaultValue("default") Isolation isolation,
        @DefaultValue Retry retry) {

    UpsertTransactions transactions() {
        ExponentialBackOff pauses = new ExponentialBackOff(retry.firstPause.toMillis(), retry.multiplier);
        pauses.setMaxInterval(retry.longestPause.toMillis());
        return UpsertTransactions.standard()
                .isolation(isolation)
                .backOff(pauses)
                .atMost(retry.mostTimes)
                .within(retry.within)
                .alsoOn(retry.alsoOn.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * How calls are repeated.
     *
     * @param firstPause before the first repetition
     * @param multiplier how much longer each pause is than the one before
     * @param longestPause how long a pause may get
     * @param mostTimes how often a call is repeated; 0 for never
     * @param within how long after the first attempt has begun another one may begin
     * @param alsoOn more error numbers of the server after which a call is repeated
     */
    record Retry(
            @DefaultValue("10ms") Duration firstPause,
            @DefaultValue("2") double multiplier,
            @DefaultValue("500ms") Duration longestPause,
            @DefaultValue("20") int mostTimes,
            @DefaultValue("10s") Duration within,
            @DefaultValue Set<Integer> alsoOn) {}
}
