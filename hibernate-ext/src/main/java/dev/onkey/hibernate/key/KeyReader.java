/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.key;

import java.util.List;
import java.util.Map;
import org.hibernate.boot.Metadata;

/** Reads the unique keys from the boot model. */
public final class KeyReader {

    private KeyReader() {}

    /** The keys of all entities. */
    public static KeyCatalog read(Metadata metadata) {
        return new KeyCatalog(List.of(), Map.of());
    }
}
