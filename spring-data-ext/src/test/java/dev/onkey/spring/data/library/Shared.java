/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.library;

/** Implemented by the base class. */
public interface Shared<T> {

    boolean isManaged(T entity);
}
