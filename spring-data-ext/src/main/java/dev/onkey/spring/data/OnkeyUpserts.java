/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.hibernate.Upserted;
import dev.onkey.hibernate.UpsertedRow;
import dev.onkey.hibernate.upsert.ChunkedUpserts;
import dev.onkey.hibernate.upsert.Imported;
import dev.onkey.hibernate.upsert.Importing;
import dev.onkey.hibernate.upsert.Updating;
import dev.onkey.hibernate.upsert.Upserts;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.aop.framework.AopInfrastructureBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.core.RepositoryMethodContext;
import org.springframework.data.repository.core.support.RepositoryMetadataAccess;

/**
 * The one bean behind every {@link UpsertRepository} of an application; Spring Data finds it in META-INF/spring.factories.
 * Thread-safe: it learns from the running call which repository it serves.
 *
 * <p>It is marked as infrastructure so that it gets no transactional proxy of its own: that proxy would ask for the application's
 * default transaction manager, after the repository has opened the transaction of the right one.
 *
 * <p>It is not final because Spring's ahead-of-time processing overlooks the mark, and fails if it cannot generate the class of that
 * proxy, which is never used.
 *
 * <p>Spring reads the imports when Spring Data registers the bean, so that a repository brings the translation of exceptions and the
 * repetition of calls along where nothing else does.
 */
@Import(UpsertFragments.class)
class OnkeyUpserts<T> implements UpsertRepository<T>, RepositoryMetadataAccess, AopInfrastructureBean {

    private final Function<Class<?>, EntityManager> entityManagers;

    /** For all repositories of an application context. */
    @Autowired
    OnkeyUpserts(UpsertInterception interception) {
        this(interception::entityManagerOf);
    }

    /** For repositories whose entity managers are known. */
    OnkeyUpserts(Function<Class<?>, EntityManager> entityManagers) {
        this.entityManagers = entityManagers;
    }

    @Override
    public <S extends T> S getOrCreate(S candidate) {
        return upserts().getOrCreate(candidate);
    }

    @Override
    public T getOrCreate(Map<String, ?> naturalKey, Supplier<? extends T> candidate) {
        return upserts().getOrCreate(domainType(), naturalKey, candidate);
    }

    @Override
    public Optional<T> findByNaturalKey(Map<String, ?> naturalKey) {
        return upserts().findByNaturalKey(domainType(), naturalKey);
    }

    @Override
    public UpsertedRow insertIfAbsent(T candidate) {
        return upserts().insertIfAbsent(candidate);
    }

    @Override
    public <S extends T> Upserted<S> upsert(S candidate) {
        return upserts().upsert(candidate);
    }

    @Override
    public <S extends T> Upserted<S> upsert(S candidate, Updating<? super S> updating) {
        return upserts().upsert(candidate, updating);
    }

    @Override
    public List<UpsertedRow> upsertAll(Collection<? extends T> candidates) {
        return upserts().upsertAll(candidates);
    }

    @Override
    public List<UpsertedRow> upsertAll(Collection<? extends T> candidates, Updating<? super T> updating) {
        return upserts().upsertAll(domainType(), candidates, updating);
    }

    @Override
    public List<UpsertedRow> insertAllIfAbsent(Collection<? extends T> candidates) {
        return upserts().insertAllIfAbsent(candidates);
    }

    @Override
    public <S extends T> List<S> getOrCreateAll(Collection<? extends S> candidates) {
        return upserts().getOrCreateAll(candidates);
    }

    @Override
    public Imported upsertAll(Stream<? extends T> candidates, Importing<T> importing) {
        return upserts().upsertAll(candidates, importing);
    }

    @Override
    public Imported upsertInChunks(Stream<? extends T> candidates, Importing<T> importing) {
        return ChunkedUpserts.in(entityManager().getEntityManagerFactory()).upsertAll(candidates, importing);
    }

    private Upserts upserts() {
        return Upserts.in(entityManager());
    }

    private EntityManager entityManager() {
        return entityManagers.apply(repository().getRepositoryInterface());
    }

    @SuppressWarnings("unchecked")
    private Class<T> domainType() {
        return (Class<T>) repository().getDomainType();
    }

    private static RepositoryMetadata repository() {
        return RepositoryMethodContext.getContext().getMetadata();
    }
}
