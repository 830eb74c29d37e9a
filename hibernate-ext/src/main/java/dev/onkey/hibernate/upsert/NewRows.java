/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

/** Whether the next rows are likely to be new, as the last ones were: then they are inserted without a look at what is there. */
final class NewRows {

    private boolean expected;

    boolean expected() {
        return expected;
    }

    void expect(boolean likely) {
        expected = likely;
    }
}
