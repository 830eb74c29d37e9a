/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

/** A file that is not a list of assignments at all. */
final class UnusableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableFileException(String reason) {
        super(reason);
    }
}
