/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

/** A server that answers, with the right to create databases. It runs at least as long as this object is referenced. */
sealed interface RunningServer permits ExternalServer, DockerServer, EmbeddedServer {
    JdbcUrl url();

    /** How it came to be, for people. */
    String kind();
}
