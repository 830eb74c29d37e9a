/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Stands before the transactions of a repository: repeats calls that write in one of their own, and tells where nothing can be
 * repeated.
 */
final class UpsertInterceptor implements MethodInterceptor {

    private final Class<?> repository;
    private final WritingMethods writing;
    private final Supplier<UpsertTransactions> transactions;
    private final ApplicationEventPublisher events;

    UpsertInterceptor(
            Class<?> repository,
            WritingMethods writing,
            Supplier<UpsertTransactions> transactions,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.writing = writing;
        this.transactions = transactions;
        this.events = events;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        return writing.contains(call.getMethod()) ? repeating((ProxyMethodInvocation) call) : call.proceed();
    }

    private @Nullable Object repeating(ProxyMethodInvocation call) throws Throwable {
        UpsertTransactions policy = transactions.get();
        BackOffExecution pauses = policy.backOff().start();
        long began = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return call.invocableClone().proceed();
            } catch (RuntimeException e) {
                if (!isPassing(e, policy) || isObstructed(call, e) || readsAStream(call)) {
                    throw e;
                }
                long pause = pauses.nextBackOff();
                Duration next = Duration.ofNanos(System.nanoTime() - began).plusMillis(pause);
                if (pause == BackOffExecution.STOP || !policy.allows(attempt, next)) {
                    throw e;
                }
                pause(call, attempt, pause, e);
            }
        }
    }

    private boolean isObstructed(ProxyMethodInvocation call, RuntimeException failure) {
        String obstacle = TransactionInspector.obstacleTo(call);
        if (obstacle != null) {
            failure.addSuppressed(
                    new NotRetriedException(writing.nameOf(call.getMethod()) + " was not repeated: " + obstacle + "."));
        }
        return obstacle != null;
    }

    private void pause(MethodInvocation call, int attempt, long longest, RuntimeException cause) {
        long millis = longest - ThreadLocalRandom.current().nextLong(longest / 2 + 1);
        try {
            events.publishEvent(
                    new UpsertRetriedEvent(repository, call.getMethod(), attempt, Duration.ofMillis(millis), cause));
        } catch (RuntimeException listeners) {
            listeners.addSuppressed(cause);
            throw listeners;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    /** Which can be read only once. */
    private static boolean readsAStream(MethodInvocation call) {
        return call.getArguments()[0] instanceof Stream;
    }

    private static boolean isPassing(Throwable thrown, UpsertTransactions policy) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error && policy.isPassing(error.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
