package callflow.runtime.session;

import callflow.engine.call.Command;
import callflow.runtime.voice.CallClock;
import callflow.value.Effect;
import callflow.value.ToolCallId;
import callflow.value.ToolResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/// The tools of a call that are at work. Each answers once: by itself, or as lost when its time is
/// up.
final class RunningTools {
  /// A connector keeps its own deadline; this is for one that doesn't.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private record Running(Command.InvokeTool command, Thread thread, long due) {}

  private final Map<ToolCallId, Running> running = new LinkedHashMap<>();
  private final ToolDesk desk;
  private final CallClock clock;
  private final BiConsumer<ToolCallId, ToolResult> mailbox;

  RunningTools(ToolDesk desk, CallClock clock, BiConsumer<ToolCallId, ToolResult> mailbox) {
    this.desk = desk;
    this.clock = clock;
    this.mailbox = mailbox;
  }

  void start(Command.InvokeTool command) {
    var thread = desk.ask(command, result -> mailbox.accept(command.id(), result));
    long due = clock.in(command.timeout().plus(GRACE));
    running.put(command.id(), new Running(command, thread, due));
  }

  /// Takes an answer.
  ///
  /// @return whether it was still awaited
  boolean answered(ToolCallId id) {
    return running.remove(id) != null;
  }

  /// Those whose time is up are given up.
  Map<ToolCallId, ToolResult> takeOverdue() {
    var lost = new LinkedHashMap<ToolCallId, ToolResult>();
    for (var tool : List.copyOf(running.values())) {
      if (!clock.isOver(tool.due())) continue;
      running.remove(tool.command().id());
      tool.thread().interrupt();
      lost.put(tool.command().id(), ToolDesk.lost(tool.command(), "no answer in time"));
    }
    return lost;
  }

  OptionalLong nextDue() {
    long now = clock.nanos();
    return running.values().stream()
        .mapToLong(Running::due)
        .reduce((one, other) -> one - now <= other - now ? one : other);
  }

  /// Nobody waits for look-ups any more; changes finish.
  void forgetReads() {
    var reads = new ArrayList<Running>();
    for (var tool : running.values()) {
      if (tool.command().effect() == Effect.READS) reads.add(tool);
    }
    for (var tool : reads) {
      running.remove(tool.command().id());
      tool.thread().interrupt();
    }
  }

  boolean isEmpty() {
    return running.isEmpty();
  }
}
