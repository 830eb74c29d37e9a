/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import jakarta.transaction.Synchronization;
import org.hibernate.action.internal.BulkOperationCleanupAction;
import org.hibernate.boot.spi.SessionFactoryOptions;
import org.hibernate.cache.spi.TimestampsCache;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;

/** Makes Hibernate's caches forget what has been written past them: at once, and again when the transaction has ended. */
final class CacheInvalidation {

    private CacheInvalidation() {}

    static void of(EntityPersister persister, SharedSessionContractImplementor session) {
        SessionFactoryOptions options = session.getFactory().getSessionFactoryOptions();
        if (!options.isSecondLevelCacheEnabled() && !options.isQueryCacheEnabled()) {
            return;
        }
        if (session.isEventSource()) {
            BulkOperationCleanupAction.schedule(session, persister);
            return;
        }
        // a stateless session would let go before the transaction has ended, and its queries would stay
        BulkOperationCleanupAction action = new BulkOperationCleanupAction(session, persister);
        TimestampsCache timestamps = session.getFactory().getCache().getTimestampsCache();
        timestamps.preInvalidate(action.getPropertySpaces(), session);
        session.getTransactionCoordinator().getLocalSynchronizations().registerSynchronization(new Synchronization() {

            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                timestamps.invalidate(action.getPropertySpaces(), session);
                action.getAfterTransactionCompletionProcess().doAfterTransactionCompletion(true, session);
            }
        });
    }
}
