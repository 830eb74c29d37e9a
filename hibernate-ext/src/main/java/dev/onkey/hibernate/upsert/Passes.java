/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import java.util.function.Supplier;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Writes all candidates or none, and those with the same key in the order of the input. Which keys are the same, the server alone
 * knows: where it turns out that an order was not kept, all is taken back and written again, with what has been learned.
 */
final class Passes {

    private Passes() {}

    static <R> R get(SharedSessionContractImplementor session, Supplier<R> pass) {
        while (true) {
            try {
                return AllOrNothing.get(session, pass);
            } catch (WriteOrder.BrokenException e) {
                // each time at least two keys more are known to be the same, so this comes to an end
            }
        }
    }
}
