/* SPDX-License-Identifier: Apache-2.0 */
/** What Spring Boot needs in order to need no configuration; nothing here is for users. */
@NullMarked
package dev.onkey.spring.data.autoconfigure;

import org.jspecify.annotations.NullMarked;
