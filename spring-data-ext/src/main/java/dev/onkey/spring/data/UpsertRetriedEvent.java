/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import java.lang.reflect.Method;
import java.time.Duration;

/**
 * A repository call has failed with an error that passes, its transaction was rolled back, and it is about to be repeated.
 *
 * <pre>{@code
 * @EventListener
 * void retried(UpsertRetriedEvent event) {
 *     log.info("{} again in {}: {}", event.method(), event.pause(), event.cause().getMessage());
 * }
 * }</pre>
 *
 * <p>It is published on the thread of the call, after the call's own transaction was rolled back; one of another database may be
 * active. What a listener throws ends the call.
 *
 * @param repository the repository's interface
 * @param method the method that was called
 * @param attempt how many have failed, counted from 1
 * @param pause until the next one
 * @param cause what the attempt has failed with
 * @since 0.1
 */
public record UpsertRetriedEvent(
        Class<?> repository, Method method, int attempt, Duration pause, RuntimeException cause) {}
