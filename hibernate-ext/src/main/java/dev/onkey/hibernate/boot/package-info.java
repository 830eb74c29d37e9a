/* SPDX-License-Identifier: Apache-2.0 */
/** Internal: what Hibernate starts and stops with a session factory. Not for applications; may change in any version. */
@NullMarked
package dev.onkey.hibernate.boot;

import org.jspecify.annotations.NullMarked;
