/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.isolation;

import org.springframework.transaction.annotation.Isolation;

/** Where the isolation of a call comes from. */
public enum Isolated {
    /** MySQL's default. */
    REPEATABLE_READ_OF_THE_POOL("TRANSACTION_REPEATABLE_READ", Isolation.DEFAULT),
    /** Each call sets it, and takes it back. */
    READ_COMMITTED_OF_THE_CALL("TRANSACTION_REPEATABLE_READ", Isolation.READ_COMMITTED),
    READ_COMMITTED_OF_THE_POOL("TRANSACTION_READ_COMMITTED", Isolation.DEFAULT);

    final String ofThePool;
    final Isolation ofTheCall;

    Isolated(String ofThePool, Isolation ofTheCall) {
        this.ofThePool = ofThePool;
        this.ofTheCall = ofTheCall;
    }
}
