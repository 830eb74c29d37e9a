/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

/** What the candidates of a call come from. */
interface Input {

    /** One that is a call's only one, and that the first bad row stops. */
    Input WHOLE = new Input() {
        @Override
        public String placeOf(int position, int size) {
            return size == 1 ? "" : ", number " + (position + 1) + " of " + size;
        }

        @Override
        public boolean isCounted() {
            return false;
        }

        @Override
        public boolean goesOn() {
            return false;
        }

        @Override
        public void refuse(int position, RuntimeException reason) {
            throw reason;
        }
    };

    /** Where a candidate of the call stands, for messages. */
    String placeOf(int position, int size);

    /** Whether the rows are counted only, and their ids are not told. */
    boolean isCounted();

    /** Whether the others are written if one cannot be. */
    boolean goesOn();

    /** Tells that a candidate cannot be written; either throws the reason or goes on without it. */
    void refuse(int position, RuntimeException reason);
}
