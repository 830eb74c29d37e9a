/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

/** A server that somebody else started, and will stop. */
record ExternalServer(JdbcUrl url) implements RunningServer {
    @Override
    public String kind() {
        return "external";
    }
}
