/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.function.SingletonSupplier;

/**
 * Stands before the transactions of a repository: repeats calls that write in one of their own, and tells where nothing can be
 * repeated.
 */
final class UpsertInterceptor implements MethodInterceptor {

    /** And what opens its transactions by itself. */
    private static final Set<String> READING = Set.of("findByNaturalKey", "upsertInChunks");

    private final Class<?> repository;
    private final Supplier<UpsertRetry> retry;
    private final ApplicationEventPublisher events;
    private final Set<Method> writing;

    UpsertInterceptor(Class<?> repository, Supplier<UpsertRetry> retry, ApplicationEventPublisher events) {
        this.repository = repository;
        this.retry = retry;
        this.events = events;
        this.writing = Stream.of(repository.getMethods())
                .filter(UpsertInterceptor::writes)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (!writing.contains(call.getMethod())) {
            return call.proceed();
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return joining(call);
        }
        // a stream can be read only once
        return readsAStream(call) ? call.proceed() : repeating(call);
    }

    private @Nullable Object joining(MethodInvocation call) throws Throwable {
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new InvalidDataAccessApiUsageException(nameOf(call) + " writes, and the transaction " + transaction()
                    + " is read-only: call it in one that is not, or mark it @Transactional without readOnly.");
        }
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            if (isPassing(e, retry.get())) {
                e.addSuppressed(
                        new NotRetriedException(nameOf(call) + " was not repeated: it has joined the transaction "
                                + transaction() + ", which has to be repeated as a whole."));
            }
            throw e;
        }
    }

    private @Nullable Object repeating(MethodInvocation call) throws Throwable {
        UpsertRetry policy = retry.get();
        BackOffExecution pauses = policy.backOff().start();
        long began = System.nanoTime();
        callSuppliersOnce(call.getArguments());
        for (int attempt = 1; ; attempt++) {
            try {
                return ((ProxyMethodInvocation) call).invocableClone().proceed();
            } catch (RuntimeException e) {
                long pause = isPassing(e, policy) ? pauses.nextBackOff() : BackOffExecution.STOP;
                Duration next = Duration.ofNanos(System.nanoTime() - began).plusMillis(pause);
                if (pause == BackOffExecution.STOP || !policy.allows(attempt, next)) {
                    throw e;
                }
                pause(call, attempt, pause, e);
            }
        }
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

    private static boolean writes(Method method) {
        Class<?> declaring = method.getDeclaringClass();
        return (declaring == UpsertRepository.class || declaring == BulkUpsertRepository.class)
                && !READING.contains(method.getName());
    }

    private static boolean readsAStream(MethodInvocation call) {
        return call.getArguments()[0] instanceof Stream;
    }

    private static boolean isPassing(Throwable thrown, UpsertRetry policy) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error && policy.isPassing(error.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    private String nameOf(MethodInvocation call) {
        return repository.getSimpleName() + "." + call.getMethod().getName();
    }

    private static String transaction() {
        String name = TransactionSynchronizationManager.getCurrentTransactionName();
        return name == null ? "of its caller" : "'" + name + "'";
    }
}
