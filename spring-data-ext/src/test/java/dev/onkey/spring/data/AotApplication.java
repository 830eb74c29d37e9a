/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A Spring Boot application that was processed ahead of time: step by step what {@code spring-boot:process-aot} does, as a goal of
 * Maven cannot run within a test.
 */
record AotApplication(Class<?> application, Path folder) {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    record Run(int exitCode, String output) {}

    static AotApplication process(Class<?> application, Path folder, String... options)
            throws IOException, InterruptedException {
        AotApplication aot = new AotApplication(application, folder);
        // the class that the goal starts, and its arguments
        Run processing = aot.java(
                CLASS_PATH,
                options,
                "org.springframework.boot.SpringApplicationAotProcessor",
                application.getName(),
                aot.sources().toString(),
                aot.resources().toString(),
                aot.classes().toString(),
                "dev.onkey",
                application.getSimpleName());
        assertThat(processing.exitCode()).as(processing.output()).isZero();
        aot.compile();
        return aot;
    }

    Run run(String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Dspring.aot.enabled=true");
        return java(
                String.join(
                        File.pathSeparator, classes().toString(), resources().toString(), CLASS_PATH),
                all.toArray(String[]::new),
                application.getName());
    }

    private void compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-classpath",
                classes() + File.pathSeparator + CLASS_PATH,
                "-d",
                classes().toString()));
        try (Stream<Path> sources = Files.walk(sources())) {
            sources.map(Path::toString)
                    .filter(source -> source.endsWith(".java"))
                    .forEach(arguments::add);
        }
        OutputStream output = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, output, output, arguments.toArray(String[]::new));
        assertThat(result).as(output.toString()).isZero();
    }

    private Run java(String classPath, String[] options, String... mainAndArguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, "-Dspring.main.banner-mode=off"));
        command.addAll(List.of(options));
        command.addAll(List.of(mainAndArguments));
        File output = folder.resolve("output").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return new Run(process.exitValue(), Files.readString(output.toPath()));
    }

    private Path sources() {
        return folder.resolve("sources");
    }

    private Path resources() {
        return folder.resolve("resources");
    }

    private Path classes() {
        return folder.resolve("classes");
    }
}
