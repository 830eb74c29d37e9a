/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A JVM that starts its server and then waits.
 *
 * @param mysqld its server's process
 * @param folder the folder of its server's data
 */
record ServerOfAnotherJvm(Process jvm, ProcessHandle mysqld, Path folder) {
    static ServerOfAnotherJvm start() throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Donkey.mysql=" + ServerChoice.fromSystemProperties().mysql(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerOfAnotherJvm.class.getName())
                .redirectError(ProcessBuilder.Redirect.appendTo(new File("/dev/null")))
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        long pid = Long.parseLong(output.readLine());
        Path data = Path.of(output.readLine());
        return new ServerOfAnotherJvm(jvm, ProcessHandle.of(pid).orElseThrow(), data.getParent());
    }

    /** Ends when its input does. */
    public static void main(String[] arguments) throws IOException, SQLException {
        String url = MySqlServer.shared().freshDatabase("onkey_child");
        System.out.println(mysqldsOfThisJvm().get(0).pid());
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select @@datadir")) {
            row.next();
            System.out.println(row.getString(1));
        }
        while (System.in.read() >= 0) {}
    }

    static List<ProcessHandle> mysqldsOfThisJvm() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/bin/mysqld"))
                .toList();
    }
}
