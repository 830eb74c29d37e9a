/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the attributes by which an entity is recognised when it is got, created or upserted.
 *
 * <pre>{@code
 * @Entity
 * @NaturalKey({"tenant", "email"})
 * class Account { … }
 * }</pre>
 *
 * <p>The columns of these attributes need a unique key in the database, over exactly them and in any order. Where Hibernate
 * creates the schema, Onkey adds that unique key unless the mapping already declares one.
 *
 * <p>Hibernate's own {@link org.hibernate.annotations.NaturalId @NaturalId} on attributes serves as well; where both are
 * present, this annotation decides. That of the nearest superclass counts where a class has none itself. An entity with neither is
 * recognised by its identifier, if the application assigns it.
 *
 * <p>None of the attributes may be null in an entity that is passed to Onkey: MySQL lets any number of rows hold a null in a
 * unique key, so such a row could never be found again.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NaturalKey {

    /** The attributes, as paths from the entity: {@code "email"}, {@code "address.zip"}. */
    String[] value();
}
