/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

/** Why a call was not repeated after an error that passes: suppressed in that error's exception. */
final class NotRetriedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRetriedException(String message) {
        super(message, null, false, false);
    }
}
