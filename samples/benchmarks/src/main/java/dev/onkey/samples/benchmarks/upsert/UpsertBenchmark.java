/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import static java.util.stream.Collectors.joining;

import dev.onkey.samples.mysql.MySqlServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs all contestants side by side, and writes what came out. */
@Command(
        name = "upserts",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        usageHelpAutoWidth = true,
        description = "Runs every way to upsert side by side, in turns and each in a JVM of its own:"
                + " same rows, table, server, isolation and driver.")
final class UpsertBenchmark implements Callable<Integer> {

    private static final String COMMON_OPTIONS = "rewriteBatchedStatements=true&useLocalSessionState=true";

    @Option(names = "--rows", split = ",", description = "sizes of the bulks; 0 for none")
    private List<Integer> rows = List.of(10_000);

    @Option(
            names = "--growth",
            split = ",",
            arity = "0..1",
            fallbackValue = "10000,100000,1000000",
            description = "sizes to grow through; without a value 10,000, 100,000 and 1,000,000")
    private List<Integer> growth = List.of();

    @Option(names = "--calls", description = "how many single rows are written; 0 for none")
    private int calls = 2_000;

    @Option(names = "--threads", description = "how many write to the hot key")
    private int threads = 16;

    @Option(names = "--rounds", description = "how often everybody runs, in turns; each figure is the median")
    private int rounds = 5;

    @Option(names = "--seconds", description = "how long each contestant works in a round at least")
    private double seconds = 1;

    @Option(names = "--warmups", description = "how many rounds before do not count")
    private int warmups = 2;

    @Option(names = "--chunk", description = "rows in a statement, or in a flush")
    private int chunk = 1_000;

    @Option(names = "--contestants", description = "a regular expression for names; all if absent")
    private Pattern contestants = Pattern.compile("");

    @Option(names = "--works", description = "likewise for works, as in 'bulk, new, 10,000'")
    private Pattern works = Pattern.compile("");

    @Option(names = "--driver", description = "options of the driver, for everybody")
    private String driver = COMMON_OPTIONS;

    @Option(names = "--out", description = "folder for upserts.md, .csv and .svg")
    private Path out = Path.of("samples", "benchmarks", "target", "upserts");

    @Spec
    private CommandSpec spec;

    /** Runs the program; it ends with 1 where somebody failed, or Onkey was wrong. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new UpsertBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        MySqlServer server = MySqlServer.shared();
        String url = server.freshDatabase("bench_upserts") + "&" + driver;
        int connections = threads + 2;
        try (Field field = new Field(new Pools(url, connections), chunk);
                Forks forks = new Forks(url, connections, chunk)) {
            field.createTables();
            List<Entry> entries = chosen("--contestants", contestants, field.entries(), Entry::name);
            List<Work> entered = chosen("--works", works, works(), Work::title);
            Rounds run = new Rounds(
                    entries, entered, seconds, forks, spec.commandLine().getOut());
            List<String> machine = Machine.lines(server.description(), field.pool());
            run.warmUp(warmups);
            List<Measurement> measurements = new ArrayList<>();
            Results results = new Results(entries, measurements);
            for (int round = 1; round <= rounds; round++) {
                measurements.addAll(run.run(round));
                // a run of hours that is interrupted has not been in vain
                new Report(results, circumstances(machine, round)).write(out);
            }
            Files.readAllLines(out.resolve("upserts.md"))
                    .forEach(spec.commandLine().getOut()::println);
            return results.isSound() ? 0 : 1;
        }
    }

    private <T> List<T> chosen(String option, Pattern pattern, List<T> all, Function<T, String> name) {
        List<T> chosen = all.stream()
                .filter(each -> pattern.matcher(name.apply(each)).find())
                .toList();
        if (chosen.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Nothing would run: " + option + " " + pattern + " matches none of these: "
                            + all.stream().map(name).collect(joining("; ")));
        }
        return chosen;
    }

    private List<Work> works() {
        List<Work> all = new ArrayList<>();
        for (int size : rows) {
            for (State state : List.of(State.NEW, State.CHANGED, State.UNCHANGED, State.HALF)) {
                all.add(Work.of(Discipline.BULK, state, size));
            }
        }
        for (State state : List.of(State.NEW, State.CHANGED, State.UNCHANGED)) {
            all.add(Work.of(Discipline.ONE_ROW, state, calls));
        }
        all.add(Work.of(Discipline.GET, State.HIT, calls));
        all.add(Work.of(Discipline.CREATE, State.MISS, calls));
        all.add(new Work(Discipline.HOT_KEY, State.HOT, calls, threads));
        growth.forEach(size -> all.add(Work.of(Discipline.GROWTH, State.NEW, size)));
        return all.stream().filter(work -> work.size() > 0).toList();
    }

    private List<String> circumstances(List<String> machine, int done) {
        List<String> circumstances = new ArrayList<>(machine);
        circumstances.add(LocalDate.now() + ": `" + command() + "`; " + done + " rounds of at least " + seconds
                + " s after " + warmups + " to get warm, " + chunk + " rows a statement, " + Pools.ISOLATION
                + ", driver `" + driver + "`");
        return circumstances;
    }

    private String command() {
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        return "./mvnw -q -Pupserts" + (arguments.isEmpty() ? "" : " -Dupserts='" + String.join(" ", arguments) + "'");
    }
}
