package callflow.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the command `check` costs from its start to its end, beside a bare program that only
/// composes the same files. Both have a cache of their classes, and the same options.
final class ColdNumbers {
  private static final int RUNS = 15;

  /// What the shell says its children used: minutes and seconds of `user`, then of `system`.
  private static final Pattern CHILDREN =
      Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s\\s*$");

  private final Path work;
  private final List<Path> files;

  private ColdNumbers(Path work, List<Path> files) {
    this.work = work;
    this.files = files;
  }

  /// @param lib the jars of a built callflow
  /// @param project a folder with flows
  static void print(Path lib, Path project) throws IOException, InterruptedException {
    var work = Files.createTempDirectory("callflow-numbers");
    try (var found = Files.walk(project)) {
      var files = found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      new ColdNumbers(work, files).print(lib);
    }
  }

  private void print(Path lib) throws IOException, InterruptedException {
    var bare = new ArrayList<>(List.of("callflow.bench.Compose"));
    files.forEach(file -> bare.add(file.toString()));
    var check = new ArrayList<>(List.of("callflow.app.Main", "check"));
    files.forEach(file -> check.add(file.toString()));
    String ours = jars(lib);
    String own = jarOf(Compose.class) + File.pathSeparator + jarOf(org.yaml.snakeyaml.Yaml.class);
    Path bareCache = train("bare", own, bare);
    Path checkCache = train("check", ours, check);

    double[] bareSeconds = new double[RUNS];
    double[] checkSeconds = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      bareSeconds[i] = seconds(command("-XX:AOTCache=" + bareCache, own, bare));
      checkSeconds[i] = seconds(command("-XX:AOTCache=" + checkCache, ours, check));
    }
    Arrays.sort(bareSeconds);
    Arrays.sort(checkSeconds);
    System.out.printf(
        "A cold start over %d files, processor time of the whole process%n", files.size());
    Race.print(
        System.out,
        List.of(
            new Race.Result("compose them, bare", bareSeconds[RUNS / 2] * 1e9),
            new Race.Result("callflow check", checkSeconds[RUNS / 2] * 1e9)));
  }

  private Path train(String name, String classPath, List<String> program)
      throws IOException, InterruptedException {
    var cache = work.resolve(name + ".aot");
    seconds(command("-XX:AOTCacheOutput=" + cache, classPath, program));
    if (!Files.exists(cache)) throw new IllegalStateException("no cache for " + name);
    return cache;
  }

  private static List<String> command(String option, String classPath, List<String> program) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            option,
            "-Xlog:aot=off",
            "-Xlog:cds=off",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath));
    command.addAll(program);
    return command;
  }

  /// Processor time of one run, children of the process included.
  private static double seconds(List<String> command) throws IOException, InterruptedException {
    var shell = new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1; times", "sh"));
    shell.addAll(command);
    var process = new ProcessBuilder(shell).redirectErrorStream(true).start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    var children = CHILDREN.matcher(out.strip().toLowerCase(Locale.ROOT));
    if (!children.find()) throw new IllegalStateException("what does the shell say? " + out);
    return Double.parseDouble(children.group(1)) * 60
        + Double.parseDouble(children.group(2))
        + Double.parseDouble(children.group(3)) * 60
        + Double.parseDouble(children.group(4));
  }

  private static String jars(Path lib) throws IOException {
    try (Stream<Path> found = Files.list(lib)) {
      return String.join(File.pathSeparator, found.sorted().map(Path::toString).toList());
    }
  }

  private static String jarOf(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
  }
}
