/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyLibraryTest {
    @Test
    void theSystemsLoaderTakesIt(@TempDir Path folder) throws IOException {
        assumeTrue(Platform.current().runsEmbeddedServer(), "other loaders take other libraries");
        Path library = folder.resolve("lib/libonkeytest.so.1");

        EmptyLibrary.write(library);

        assertThatCode(() -> System.load(library.toString())).doesNotThrowAnyException();
    }
}
