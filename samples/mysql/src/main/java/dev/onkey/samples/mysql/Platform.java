/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.util.Set;

/** Operating system and processor, as Java names them. */
record Platform(String os, String arch) {
    private static final Set<String> X86_64 = Set.of("amd64", "x86_64");

    static Platform current() {
        return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    boolean runsEmbeddedServer() {
        return os.equals("Linux") && X86_64.contains(arch);
    }

    void requireEmbeddedServer() {
        if (!runsEmbeddedServer()) {
            throw new NoServerException("The embedded MySQL runs on Linux x86-64 only, this is " + os + " " + arch
                    + ", and Docker does not answer.");
        }
    }
}
