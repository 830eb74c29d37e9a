/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

/**
 * Everything about an entity that is worked out once per session factory.
 *
 * @param entity the mapping
 * @param insert the statement that inserts or names the key that is in the way
 * @param insertIfAbsent the statement that inserts or finds
 * @param upsert the statement that inserts or updates
 * @param selectId the statement that reads the id by the natural key
 * @param selectEntity the query that reads the entity by the natural key, with parameters {@code key0 … keyN}
 * @param selectLocked the native query that reads the entity by its id as it is now, with the parameter {@code id}
 * @param locksLikeTheServer whether Hibernate's own locking reads are in the server's syntax
 * @param counts how the update counts of the driver are to be read
 */
record UpsertPlan(
        MappedEntity entity,
        String insert,
        String insertIfAbsent,
        String upsert,
        String selectId,
        String selectEntity,
        String selectLocked,
        boolean locksLikeTheServer,
        UpdateCounts counts) {

    static UpsertPlan of(MappedEntity entity, ServerSyntax syntax, boolean locksLikeTheServer, UpdateCounts counts) {
        UpsertSql sql = new UpsertSql(entity.shape(), syntax);
        return new UpsertPlan(
                entity,
                sql.insert(),
                sql.insertIfAbsent(),
                sql.upsert(),
                sql.selectId(),
                selectEntity(entity),
                sql.selectLocked(),
                locksLikeTheServer,
                counts);
    }

    private static String selectEntity(MappedEntity entity) {
        StringBuilder query =
                new StringBuilder("select e from ").append(entity.name()).append(" e");
        for (int i = 0; i < entity.naturalKey().size(); i++) {
            query.append(i == 0 ? " where e." : " and e.")
                    .append(entity.naturalKey().get(i))
                    .append(" = :key")
                    .append(i);
        }
        return query.toString();
    }
}
