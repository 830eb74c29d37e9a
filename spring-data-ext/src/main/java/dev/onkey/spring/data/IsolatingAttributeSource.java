/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.interceptor.DelegatingTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives the transactions of calls that write the isolation of {@link UpsertTransactions}, where they declare none. */
final class IsolatingAttributeSource implements TransactionAttributeSource {

    private final TransactionAttributeSource declared;
    private final WritingMethods writing;
    private final Supplier<Isolation> isolation;
    private final Supplier<EntityManager> entityManager;

    IsolatingAttributeSource(
            TransactionAttributeSource declared,
            WritingMethods writing,
            Supplier<Isolation> isolation,
            Supplier<EntityManager> entityManager) {
        this.declared = declared;
        this.writing = writing;
        this.isolation = isolation;
        this.entityManager = entityManager;
    }

    @Override
    public boolean isCandidateClass(Class<?> targetClass) {
        return declared.isCandidateClass(targetClass);
    }

    @Override
    public @Nullable TransactionAttribute getTransactionAttribute(Method method, @Nullable Class<?> targetClass) {
        TransactionAttribute attribute = declared.getTransactionAttribute(method, targetClass);
        if (attribute == null
                || attribute.getIsolationLevel() != TransactionDefinition.ISOLATION_DEFAULT
                || !writing.contains(method)
                || joins(attribute)) {
            return attribute;
        }
        return new Isolated(attribute, isolation.get().value());
    }

    /** What is joined keeps its isolation, and a transaction manager may refuse to be asked for another. */
    private boolean joins(TransactionAttribute attribute) {
        return attribute.getPropagationBehavior() != TransactionDefinition.PROPAGATION_REQUIRES_NEW
                && TransactionSynchronizationManager.getResource(
                                entityManager.get().getEntityManagerFactory())
                        instanceof EntityManagerHolder holder
                && holder.isSynchronizedWithTransaction();
    }

    private static final class Isolated extends DelegatingTransactionAttribute {

        private static final long serialVersionUID = 1L;

        private final int level;

        Isolated(TransactionAttribute declared, int level) {
            super(declared);
            this.level = level;
        }

        @Override
        public int getIsolationLevel() {
            return level;
        }
    }
}
