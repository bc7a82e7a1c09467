package callflow.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Runs subjects in turns on one thread and prints what each costs beside the first.
///
/// What is counted is the thread's own processor time, so that a busy machine disturbs the ratios
/// little; the turns go round, so that what disturbs them meets all alike. Of each subject's rounds
/// the median counts.
final class Race {
  /// Something that can be done many times.
  ///
  /// @param round does it that many times, and gives something back that depends on all of it
  record Subject(String name, Round round) {}

  /// The work of one subject.
  @FunctionalInterface
  interface Round {
    long run(int times);
  }

  /// What one subject came to.
  ///
  /// @param nanos processor time for doing it once
  record Result(String name, double nanos) {
    double perSecond() {
      return 1e9 / nanos;
    }
  }

  private static final int WARM_ROUNDS = 5;
  private static final int ROUNDS = 9;
  private static final long ROUND_NANOS = 300_000_000;

  private final List<Subject> subjects;

  /// What the rounds gave back; read at the end, so that no compiler may skip their work.
  private long blackHole;

  Race(Subject... subjects) {
    this.subjects = List.of(subjects);
  }

  /// Lets the subjects run; their results stand in the order of the subjects.
  List<Result> run() {
    int[] times = new int[subjects.size()];
    for (int i = 0; i < times.length; i++) times[i] = timesFor(subjects.get(i));
    double[][] nanos = new double[subjects.size()][ROUNDS];
    for (int round = -WARM_ROUNDS; round < ROUNDS; round++) {
      for (int i = 0; i < times.length; i++) {
        double each = measure(subjects.get(i), times[i]) / (double) times[i];
        if (round >= 0) nanos[i][round] = each;
      }
    }
    var results = new ArrayList<Result>();
    for (int i = 0; i < times.length; i++) {
      Arrays.sort(nanos[i]);
      results.add(new Result(subjects.get(i).name(), nanos[i][ROUNDS / 2]));
    }
    if (blackHole == 42) System.out.println();
    return results;
  }

  /// How often a subject goes into one round, found by doubling while it warms up.
  private int timesFor(Subject subject) {
    int times = 1;
    while (measure(subject, times) < ROUND_NANOS && times < 1 << 28) times *= 2;
    return times;
  }

  private long measure(Subject subject, int times) {
    var threads = ManagementFactory.getThreadMXBean();
    long began = threads.getCurrentThreadCpuTime();
    blackHole ^= subject.round().run(times);
    return threads.getCurrentThreadCpuTime() - began;
  }

  /// Prints a line for each result, with its cost as a multiple of the first one's.
  static void print(PrintStream out, List<Result> results) {
    double first = results.getFirst().nanos();
    for (var result : results) {
      out.printf(
          Locale.ROOT,
          "  %-52s %14s %12s  x %.3f%n",
          result.name(),
          amount(result.nanos()),
          String.format(Locale.ROOT, "%,.0f/s", result.perSecond()),
          result.nanos() / first);
    }
  }

  private static String amount(double nanos) {
    if (nanos >= 1e6) return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    if (nanos >= 1e3) return String.format(Locale.ROOT, "%.2f us", nanos / 1e3);
    return String.format(Locale.ROOT, "%.0f ns", nanos);
  }
}
