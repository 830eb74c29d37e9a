/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.archive;

import dev.onkey.spring.data.library.Reader;

public interface KeyedReaders extends Keyed<Reader> {}
