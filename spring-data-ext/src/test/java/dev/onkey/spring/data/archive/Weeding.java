/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.archive;

/** A fragment of one repository. */
public interface Weeding {

    int weed(String isbn);
}
