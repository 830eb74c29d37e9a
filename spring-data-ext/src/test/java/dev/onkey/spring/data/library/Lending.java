/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.library;

/** A fragment of one repository. */
public interface Lending {

    int lend(String isbn);
}
