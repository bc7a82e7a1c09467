package callflow.fakegrok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/// Ways in which the frames of one reply are spoiled on their way out.
final class Mishap {
  private static final int HUGE_BYTES = 2 << 20;

  private Mishap() {}

  static Consumer<ObjectNode> on(Faults faults, Line line) {
    if (faults.strike(Fault.GARBAGE_FRAMES)) garbage(line);
    if (faults.strike(Fault.HUGE_FRAME)) {
      line.send(Json.object().put("type", "response.huge").put("filler", "x".repeat(HUGE_BYTES)));
    }
    if (faults.strike(Fault.DUPLICATE_FRAMES)) return twice(line::send);
    if (faults.strike(Fault.REORDERED_FRAMES)) return reordered(line::send);
    return line::send;
  }

  private static void garbage(Line line) {
    line.send(Json.object().put("type", "response.never_heard_of").put("event_id", Json.uuid()));
    line.sendRaw("{\"type\":\"response.output_audio.delta\",\"delta\":");
    line.sendRaw("[1, 2, 3]");
    line.sendRaw("");
    line.sendBinary(new byte[] {1, 2, 3});
  }

  private static Consumer<ObjectNode> twice(Consumer<ObjectNode> out) {
    return frame -> {
      out.accept(frame);
      out.accept(frame);
    };
  }

  private static Consumer<ObjectNode> reordered(Consumer<ObjectNode> out) {
    Queue<ObjectNode> held = new ArrayDeque<>();
    return frame -> {
      String type = frame.path("type").asText("");
      if (type.endsWith("transcript.delta") || type.equals("transcript")) {
        out.accept(frame);
      } else if (type.endsWith("audio.delta") && held.isEmpty()) {
        held.add(frame);
      } else if (type.endsWith("audio.delta")) {
        out.accept(frame);
        out.accept(held.remove());
      } else {
        while (!held.isEmpty()) out.accept(held.remove());
        out.accept(frame);
      }
    };
  }
}
