/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.archive;

import dev.onkey.spring.data.library.Book;

public interface KeyedBooks extends Keyed<Book>, Weeding {}
