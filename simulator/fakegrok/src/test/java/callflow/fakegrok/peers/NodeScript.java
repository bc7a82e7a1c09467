package callflow.fakegrok.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A program for Node with packages of third parties, run beside a test.
///
/// The packages are those of `.ci/node`, which `.ci/run` installs; a test asks with [#missing]
/// first and is skipped without them.
public final class NodeScript implements AutoCloseable {
  private static final Duration TO_END = Duration.ofSeconds(5);
  private static final int MAX_LINES = 10_000;

  private final Process process;
  private final List<String> lines = new ArrayList<>();

  private NodeScript(Process process) {
    this.process = process;
    Thread.ofVirtual().name("node-output").start(this::read);
  }

  /// Why no script can run here; empty if one can.
  public static Optional<String> missing() {
    if (modules().isEmpty()) return Optional.of("run .ci/run first: no packages in .ci/node");
    boolean node =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    return node ? Optional.empty() : Optional.of("there is no node (Debian: nodejs)");
  }

  /// Starts a script, with the folder of the packages as its first argument.
  public static NodeScript start(Path script, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add("node");
    command.add(script.toString());
    command.add(modules().orElseThrow().toString());
    command.addAll(List.of(arguments));
    return new NodeScript(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /// Waits for a line that begins like this, printed before or after the call.
  ///
  /// @return the rest of the first such line
  /// @throws IllegalStateException with all that was printed, if it doesn't come
  public String awaitLine(String begin, Duration bound) throws InterruptedException {
    return awaitLines(1, begin, bound);
  }

  /// Waits until so many lines begin like this.
  ///
  /// @return the rest of the last one waited for
  /// @throws IllegalStateException with all that was printed, if they don't come
  public synchronized String awaitLines(int times, String begin, Duration bound)
      throws InterruptedException {
    long end = System.nanoTime() + bound.toNanos();
    while (true) {
      var found = lines.stream().filter(line -> line.startsWith(begin)).toList();
      if (found.size() >= times) return found.get(times - 1).substring(begin.length()).strip();
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) throw new IllegalStateException("no `%s` in %s".formatted(begin, lines));
      wait(left);
    }
  }

  /// Everything that was printed so far.
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /// Hands the script a line on its standard input.
  public void tell(String line) throws IOException {
    process.outputWriter().write(line);
    process.outputWriter().newLine();
    process.outputWriter().flush();
  }

  private static Optional<Path> modules() {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      var modules = at.resolve(".ci/node/node_modules");
      if (Files.isDirectory(modules)) return Optional.of(modules);
    }
    return Optional.empty();
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      for (var line = output.readLine(); line != null; line = output.readLine()) take(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void take(String line) {
    if (lines.size() < MAX_LINES) lines.add(line);
    notifyAll();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TO_END)) process.destroyForcibly();
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
