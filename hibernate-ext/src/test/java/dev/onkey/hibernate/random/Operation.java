/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.random;

import java.util.function.Function;

/**
 * One step of a transaction: what the library is asked to do, and what the model says that it comes to.
 *
 * @param name the step with its arguments
 * @param writes whether it may lock or write rows
 * @param live does it, and says what came of it
 * @param model says what has to come of it
 */
record Operation(
        String name, boolean writes, Function<LiveContext, String> live, Function<ModelContext, String> model) {

    @Override
    public String toString() {
        return name;
    }
}
