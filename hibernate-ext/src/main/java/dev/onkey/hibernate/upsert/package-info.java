/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Get-or-create and upsert: {@link dev.onkey.hibernate.upsert.Upserts} is the door, and what its methods take, return and throw is public
 * with it. What is public only for other packages ({@code UpsertPlans}, {@code UpsertPlansContributor}, {@code TransientError}) may change.
 *
 * <p><b>Consequences.</b> A row is written with a statement of its own, not by a flush. So
 *
 * <ul>
 *   <li>the instance that is passed is a candidate: it is never managed and never changed;
 *   <li>{@code @PrePersist} and {@code @PreUpdate}, of the entity and its listeners, are called on copies of the candidate, as they
 *       are where an instance is merged; attributes that are not persistent are not copied, and a document of a class of its own is
 *       shared. An upsert calls both, as nobody knows yet whether the row exists. What a callback sets that the candidate left null
 *       (or 0) is a stamp: set by {@code @PrePersist} alone it is written once, set by {@code @PreUpdate} it is written when another
 *       value of the row changes. So auditing works, and the same data twice is still
 *       {@link dev.onkey.hibernate.Outcome#UNCHANGED}. What a callback makes of a value that the candidate has, is the value;
 *   <li>{@code @PostPersist}, {@code @PostUpdate} and {@code @PostLoad} are called on the entity that is returned; methods that
 *       return no entity call none of them;
 *   <li>Bean Validation runs before any SQL, as it does for a flush. Other listeners of a flush (of Envers, of Hibernate Search)
 *       see nothing of the row;
 *   <li>nothing is cascaded: a candidate with a non-empty collection is refused;
 *   <li>timestamps of Hibernate ({@code @CreationTimestamp}, {@code @UpdateTimestamp}) and {@code @Version} are kept: created ones
 *       are written once, the others move when a value of the row changes. A candidate that has a version itself is refused if the
 *       stored row has another; a primitive version of 0 counts as none;
 *   <li>with {@code @DynamicInsert} a null is not written at all, neither to a new row nor to one that exists, unless
 *       {@link dev.onkey.hibernate.upsert.Updating#only} names it;
 *   <li>what is not insertable is not written to a row that exists either;
 *   <li>a row that holds the natural key but is deleted softly, another tenant's, or of another class of the hierarchy, is a
 *       duplicate, and stays as it is;
 *   <li>pending changes of the persistence context are flushed before the row is written, if they are to its table or to one that it
 *       refers to, or to what a refresh of the entity reads again. If the flush mode is manual none are, and those of an instance
 *       that is refreshed are lost;
 *   <li>the caches of Hibernate forget the entity's region and its queries if a row was written;
 *   <li>a statement that finds the row existing uses up one AUTO_INCREMENT value;
 *   <li>where the server takes natural keys for the same that do not look so ({@code æther} and {@code aether}, in many collations), a
 *       call that has both may take its rows back to a savepoint and write them again, in the order of the input: triggers fire, and
 *       AUTO_INCREMENT values are used up, each time;
 *   <li>the server's version, the driver's options and the unique key are asked for once per session factory, and once per tenant
 *       where Hibernate connects each tenant itself. Databases that a data source chooses between have to be alike.
 * </ul>
 *
 * <p>Every method that writes needs a transaction. They throw
 *
 * <ul>
 *   <li>{@link jakarta.persistence.TransactionRequiredException} without one;
 *   <li>{@link IllegalArgumentException} before any SQL if a candidate is not an entity, has a null in its natural key, has an
 *       identifier that is to be generated, or refers to what has no row; only a generator of identifiers may have used one up;
 *   <li>{@link jakarta.persistence.OptimisticLockException} if a candidate of {@code upsert} has another version than the stored
 *       row, or one of a row that is gone;
 *   <li>{@link org.hibernate.MappingException} before anything is written if the entity has no natural key, a mapping that is not
 *       supported, or no unique key in the database;
 *   <li>{@link dev.onkey.hibernate.DuplicateEntityException} if another unique key is in the way.
 * </ul>
 */
@NullMarked
package dev.onkey.hibernate.upsert;

import org.jspecify.annotations.NullMarked;
