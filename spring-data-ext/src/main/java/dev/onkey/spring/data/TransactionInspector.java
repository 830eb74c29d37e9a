/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands within the transactions of a repository: refuses to write in one that is read-only, and notes which calls cannot be repeated
 * by themselves. Before the transaction nobody knows that: one that is active may be of another database.
 */
final class TransactionInspector implements MethodInterceptor {

    private static final String OBSTACLE = TransactionInspector.class.getName() + ".obstacle";

    private final WritingMethods writing;
    private final Supplier<EntityManager> entityManager;

    TransactionInspector(WritingMethods writing, Supplier<EntityManager> entityManager) {
        this.writing = writing;
        this.entityManager = entityManager;
    }

    /** Why a call must not be repeated by itself; null if it may be. */
    static @Nullable String obstacleTo(ProxyMethodInvocation call) {
        return (String) call.getUserAttribute(OBSTACLE);
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
            ((ProxyMethodInvocation) call).setUserAttribute(OBSTACLE, obstacle(joined));
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
        // where the session is older than the transaction, Spring sets its flush mode alone
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                && (session().isDefaultReadOnly() || session().getHibernateFlushMode() == FlushMode.MANUAL);
    }

    private @Nullable String obstacle(boolean joined) {
        if (joined) {
            return "it has joined the transaction " + name() + ", which has to be repeated as a whole";
        }
        return session().getStatistics().getEntityCount() == 0
                ? null
                : "its persistence context held entities before, as where a view keeps it open, and the rollback has detached"
                        + " them: what was changed in them would be lost";
    }

    private Session session() {
        return entityManager.get().unwrap(Session.class);
    }

    private static String name() {
        String name = TransactionSynchronizationManager.getCurrentTransactionName();
        return name == null ? "of its caller" : "'" + name + "'";
    }
}
