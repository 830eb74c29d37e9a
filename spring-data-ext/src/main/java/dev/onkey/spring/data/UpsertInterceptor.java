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
import org.springframework.util.function.SingletonSupplier;

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
        callSuppliersOnce(call.getArguments());
        for (int attempt = 1; ; attempt++) {
            try {
                return call.invocableClone().proceed();
            } catch (RuntimeException e) {
                if (!isPassing(e, policy) || readsAStream(call) || hasJoined(call, e)) {
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

    private boolean hasJoined(ProxyMethodInvocation call, RuntimeException failure) {
        String joined = TransactionInspector.joinedBy(call);
        if (joined == null) {
            return false;
        }
        failure.addSuppressed(new NotRetriedException(
                writing.nameOf(call.getMethod()) + " was not repeated: it has joined the transaction " + joined
                        + ", which has to be repeated as a whole."));
        return true;
    }

    private void pause(MethodInvocation call, int attempt, long longest, RuntimeException cause)
            throws InterruptedException {
        long millis = longest - ThreadLocalRandom.current().nextLong(longest / 2 + 1);
        events.publishEvent(
                new UpsertRetriedEvent(repository, call.getMethod(), attempt, Duration.ofMillis(millis), cause));
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }

    /** As the candidate of a call that is repeated is the same as that of the first attempt. */
    private static void callSuppliersOnce(@Nullable Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Supplier<?> supplier) {
                arguments[i] = SingletonSupplier.of(supplier);
            }
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
