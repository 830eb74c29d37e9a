/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import dev.onkey.hibernate.matrix.Hierarchies.Split;
import dev.onkey.hibernate.matrix.Path.Settings;
import dev.onkey.samples.mysql.MySqlServer;
import jakarta.persistence.criteria.CriteriaUpdate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;

/** Every way by which a row reaches the database. A new one is one more entry. */
final class Paths {

    private static final Predicate<Declaration> ANY = key -> true;
    /** Hibernate does not write the same element of a set, or the same position of a list, twice. */
    private static final Predicate<Declaration> BY_FLUSH = key -> key.isOfAnEntity() || !key.isIdentifier();

    private static final Predicate<Declaration> ENTITY = Declaration::isOfAnEntity;
    /** Identifiers are not updated. */
    private static final Predicate<Declaration> UPDATE = ENTITY.and(key -> !key.isIdentifier());
    /** MySQL before 8.0.19 does not understand how Hibernate updates an optional secondary table. */
    private static final Predicate<Declaration> UPDATE_OF_ENTITY =
            UPDATE.and(key -> key.entity != Split.class || !isOlderMySql());
    /** HQL inserts into one table. */
    private static final Predicate<Declaration> ONE_TABLE =
            ENTITY.and(key -> key.spareId == 99 && !key.attributes.containsKey("id.country"));

    private Paths() {}

    static List<Path> all() {
        List<Path> paths = new ArrayList<>();
        for (Settings each : Settings.values()) {
            paths.add(new Path("flush of an insert", each, BY_FLUSH, inSession(Paths::insertWithOthers)));
            paths.add(new Path("flush of an update", each, UPDATE_OF_ENTITY, inSession(Paths::update)));
            if (each != Settings.UNDERSCORES) {
                // statements by hand know the names as they are in the mapping
                paths.add(new Path("native insert", each, ANY, inSession(Paths::nativeInsert)));
            }
        }
        paths.add(new Path("commit", Settings.PLAIN, BY_FLUSH, inSession((session, key) -> {
            session.persist(key.colliding());
            session.getTransaction().commit();
        })));
        paths.add(new Path(
                "merge", Settings.PLAIN, BY_FLUSH.and(key -> !key.isIdentifier()), inSession((session, key) -> {
                    session.merge(key.colliding());
                    session.flush();
                })));
        paths.add(new Path("flush before a query", Settings.PLAIN, BY_FLUSH, inSession((session, key) -> {
            session.persist(key.colliding());
            session.createSelectionQuery("from " + key.entity.getSimpleName(), key.entity)
                    .getResultList();
        })));
        paths.add(new Path("JPQL update", Settings.PLAIN, UPDATE, inSession(Paths::jpqlUpdate)));
        paths.add(new Path("criteria update", Settings.PLAIN, UPDATE, inSession(Paths::criteriaUpdate)));
        paths.add(new Path("HQL insert of values", Settings.PLAIN, ONE_TABLE, inSession(Paths::hqlInsert)));
        paths.add(new Path("HQL insert of a selection", Settings.PLAIN, ONE_TABLE, inSession(Paths::hqlInsertSelect)));
        paths.add(new Path("native update", Settings.PLAIN, UPDATE, inSession(Paths::nativeUpdate)));
        paths.add(new Path(
                "stateless insert",
                Settings.PLAIN,
                ENTITY,
                stateless((session, key) -> session.insert(key.colliding()))));
        paths.add(new Path(
                "stateless update",
                Settings.PLAIN,
                UPDATE_OF_ENTITY,
                stateless((session, key) -> session.update(key.row.apply(2L, 1L)))));
        return paths;
    }

    private static boolean isOlderMySql() {
        String version = MySqlServer.shared().version();
        return !version.contains("MariaDB") && version.matches("(5\\.|8\\.0\\.(\\d|1[0-8])\\b).*");
    }

    private static void insertWithOthers(Session session, Declaration key) {
        session.persist(key.row.apply(7L, 7L));
        session.persist(key.colliding());
        session.persist(key.row.apply(8L, 8L));
        session.flush();
    }

    private static void update(Session session, Declaration key) {
        session.persist(key.row.apply(7L, 7L));
        session.merge(key.row.apply(2L, 1L));
        session.flush();
    }

    private static void nativeInsert(Session session, Declaration key) {
        String insert = key.nativeInsert == null ? NativeSql.insert(session, key) : key.nativeInsert;
        session.createNativeMutationQuery(insert).executeUpdate();
    }

    private static void nativeUpdate(Session session, Declaration key) {
        session.createNativeMutationQuery(NativeSql.update(key)).executeUpdate();
    }

    private static void jpqlUpdate(Session session, Declaration key) {
        List<String> paths = List.copyOf(key.attributes.keySet());
        String set = paths.stream()
                .map(path -> "e." + path + " = :p" + paths.indexOf(path))
                .collect(Collectors.joining(", "));
        MutationQuery query = session.createMutationQuery(
                "update " + key.entity.getSimpleName() + " e set " + set + " where e.id = 2");
        paths.forEach(path -> query.setParameter(
                "p" + paths.indexOf(path), key.attributes.get(path).apply(1)));
        query.executeUpdate();
    }

    private static void criteriaUpdate(Session session, Declaration key) {
        criteriaUpdate(session, key, key.entity);
    }

    private static <E> void criteriaUpdate(Session session, Declaration key, Class<E> entity) {
        CriteriaUpdate<E> update = session.getCriteriaBuilder().createCriteriaUpdate(entity);
        Root<E> root = update.from(entity);
        key.attributes.forEach((path, value) -> {
            jakarta.persistence.criteria.Path<Object> attribute = null;
            for (String step : path.split("\\.")) {
                attribute = attribute == null ? root.get(step) : attribute.get(step);
            }
            update.set(attribute, value.apply(1));
        });
        update.where(session.getCriteriaBuilder().equal(root.get("id"), 2L));
        session.createMutationQuery(update).executeUpdate();
    }

    private static void hqlInsert(Session session, Declaration key) {
        List<String> paths = List.copyOf(key.attributes.keySet());
        String values = paths.stream().map(path -> ":p" + paths.indexOf(path)).collect(Collectors.joining(", "));
        MutationQuery query = session.createMutationQuery(
                intoAttributes(key) + " values (" + (key.isIdentifier() ? "" : "99L, ") + values + ")");
        paths.forEach(path -> query.setParameter(
                "p" + paths.indexOf(path), key.attributes.get(path).apply(1)));
        query.executeUpdate();
    }

    private static void hqlInsertSelect(Session session, Declaration key) {
        String selected =
                key.attributes.keySet().stream().map(path -> "e." + path).collect(Collectors.joining(", "));
        session.createMutationQuery(intoAttributes(key) + " select " + (key.isIdentifier() ? "" : "99L, ") + selected
                        + " from " + key.entity.getSimpleName() + " e")
                .executeUpdate();
    }

    private static String intoAttributes(Declaration key) {
        return "insert into " + key.entity.getSimpleName() + " (" + (key.isIdentifier() ? "" : "id, ")
                + String.join(", ", key.attributes.keySet()) + ")";
    }

    private static BiConsumer<SessionFactory, Declaration> inSession(BiConsumer<Session, Declaration> work) {
        return (factory, key) -> factory.inSession(session -> {
            session.beginTransaction();
            try {
                work.accept(session, key);
            } finally {
                if (session.getTransaction().getStatus().canRollback()) {
                    session.getTransaction().rollback();
                }
            }
        });
    }

    private static BiConsumer<SessionFactory, Declaration> stateless(BiConsumer<StatelessSession, Declaration> work) {
        return (factory, key) -> {
            try (StatelessSession session = factory.openStatelessSession()) {
                session.beginTransaction();
                try {
                    work.accept(session, key);
                } finally {
                    session.getTransaction().rollback();
                }
            }
        };
    }
}
