/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onkey.samples.mysql.MySqlServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

/** MySQL's own driver is not there: nothing asks for what only it has. */
class WithoutConnectorJTest {

    @Test
    void theDriverIsNotMissed() throws Exception {
        ClassLoader without = new Without(WithoutConnectorJTest.class.getClassLoader());
        try (Connection connection =
                DriverManager.getConnection(MySqlServer.shared().freshDatabase("without"))) {
            assertThat(call(without, "LocalInfile", "isAllowed", connection)).isEqualTo(false);
            assertThat(call(without, "TimeText", "of", connection)).isNull();
            assertThat(call(without, "UpdateCounts", "of", connection)).hasToString("AS_SENT");
        }
    }

    private static Object call(ClassLoader loader, String type, String method, Connection connection) throws Exception {
        Method called = Class.forName("dev.onkey.hibernate.upsert." + type, true, loader)
                .getDeclaredMethod(method, Connection.class);
        called.setAccessible(true);
        return called.invoke(null, connection);
    }

    /** Loads Onkey's classes anew, and finds no class of the driver. */
    private static final class Without extends ClassLoader {

        private Without(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.mysql.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            if (known != null || !name.startsWith("dev.onkey.hibernate.")) {
                return known != null ? known : super.loadClass(name, resolve);
            }
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
