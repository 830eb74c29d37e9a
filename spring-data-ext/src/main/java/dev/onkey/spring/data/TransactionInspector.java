/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands within the transactions of a repository: refuses to write in one that is read-only, and notes which calls have joined
 * another's. Before the transaction nobody knows that: one that is active may be of another database.
 */
final class TransactionInspector implements MethodInterceptor {

    private static final String JOINED = TransactionInspector.class.getName() + ".joined";

    private final WritingMethods writing;
    private final Supplier<EntityManager> entityManager;

    TransactionInspector(WritingMethods writing, Supplier<EntityManager> entityManager) {
        this.writing = writing;
        this.entityManager = entityManager;
    }

    /** What names the transaction that a call has joined; null if it has its own. */
    static @Nullable String joinedBy(ProxyMethodInvocation call) {
        return (String) call.getUserAttribute(JOINED);
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (writing.contains(call.getMethod())) {
            TransactionStatus status = status();
            boolean joined = status == null || !status.isNewTransaction();
            if (joined ? isReadOnly() : status.isReadOnly()) {
                throw new InvalidDataAccessApiUsageException(
                        writing.nameOf(call.getMethod()) + " writes, and the transaction " + name()
                                + " is read-only: call it in one that is not, or mark it @Transactional without readOnly.");
            }
            if (joined) {
                ((ProxyMethodInvocation) call).setUserAttribute(JOINED, name());
            }
        }
        return call.proceed();
    }

    private static @Nullable TransactionStatus status() {
        try {
            return TransactionInterceptor.currentTransactionStatus();
        } catch (NoTransactionException e) {
            return null;
        }
    }

    /** The transaction that was begun last is asked for, and its database may be another one. */
    private boolean isReadOnly() {
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                && entityManager.get().unwrap(Session.class).isDefaultReadOnly();
    }

    private static String name() {
        String name = TransactionSynchronizationManager.getCurrentTransactionName();
        return name == null ? "of its caller" : "'" + name + "'";
    }
}
