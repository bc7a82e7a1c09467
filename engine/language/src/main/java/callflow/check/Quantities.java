package callflow.check;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.SilenceDecl;
import callflow.syntax.StateDecl;
import callflow.syntax.TransferDecl.QueueDecl;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Waiting times, and how fast we speak, are such that a caller can live with them.
record Quantities() implements FlowRule {
  static final Duration SHORTEST = Duration.ofSeconds(1);

  /// Nobody listens to ringing for longer.
  static final Duration LONGEST_RING = Duration.ofMinutes(3);

  /// Nobody stays on the line for longer without an answer.
  static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

  /// Nobody waits for longer to be served.
  static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /// More often is torture, and more seldom sounds like a dead line.
  static final Duration SHORTEST_EVERY = Duration.ofSeconds(10);

  static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  /// What the voice service takes.
  private static final BigDecimal SLOWEST = new BigDecimal("0.7");

  private static final BigDecimal FASTEST = new BigDecimal("1.5");

  @Override
  public void check(Context context, Findings findings) {
    var flow = context.flow();
    for (var tool : flow.tools()) {
      tool.timeout().ifPresent(it -> time(findings, "`timeout`", it, LONGEST_TIMEOUT));
    }
    for (var transfer : flow.transfers()) {
      transfer.ring().ifPresent(it -> time(findings, "`ring`", it, LONGEST_RING));
      transfer.queue().ifPresent(queue -> queue(findings, queue));
    }
    ladder(findings, flow.defaults().silence());
    for (StateDecl state : flow.states()) {
      state.silence().ifPresent(ladder -> ladder(findings, ladder));
    }
    flow.voice().speed().ifPresent(speed -> speed(findings, speed));
  }

  private static void queue(Findings findings, QueueDecl queue) {
    time(findings, "`max_wait`", queue.maxWait(), LONGEST_WAIT);
    queue
        .announce()
        .ifPresent(
            it -> time(findings, "`every`", it.every(), SHORTEST_EVERY, queue.maxWait().value()));
  }

  private static void ladder(Findings findings, List<SilenceDecl> ladder) {
    ladder.forEach(rung -> time(findings, "`after`", rung.after(), LONGEST_SILENCE));
  }

  private static void time(Findings findings, String what, Located<Duration> at, Duration longest) {
    time(findings, what, at, SHORTEST, longest);
  }

  private static void time(
      Findings findings, String what, Located<Duration> at, Duration shortest, Duration longest) {
    if (at.value().compareTo(shortest) >= 0 && at.value().compareTo(longest) <= 0) return;
    findings.add(
        Rule.BAD_LIMIT,
        at.span(),
        what
            + " is "
            + words(at.value())
            + "; it must be at least "
            + words(shortest)
            + " and at most "
            + words(longest));
  }

  private static String words(Duration time) {
    if (time.toMillis() % 1000 != 0) return time.toMillis() + "ms";
    return time.toSeconds() % 60 == 0 && !time.isZero()
        ? time.toMinutes() + "m"
        : time.toSeconds() + "s";
  }

  private static void speed(Findings findings, Located<BigDecimal> speed) {
    boolean fits = speed.value().compareTo(SLOWEST) >= 0 && speed.value().compareTo(FASTEST) <= 0;
    if (fits) return;
    findings.add(
        Rule.BAD_LIMIT,
        speed.span(),
        "`speed` is "
            + speed.value()
            + "; it must be at least "
            + SLOWEST
            + " and at most "
            + FASTEST);
  }
}
