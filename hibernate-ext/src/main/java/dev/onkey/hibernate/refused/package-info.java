/* SPDX-License-Identifier: Apache-2.0 */
/** Internal: finds the instance whose row was refused as a duplicate. Not for applications; may change in any version. */
@NullMarked
package dev.onkey.hibernate.refused;

import org.jspecify.annotations.NullMarked;
