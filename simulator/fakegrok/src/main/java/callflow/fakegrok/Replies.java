package callflow.fakegrok;

import callflow.fakegrok.Mind.Act;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The replies of one realtime session: one at a time, asked for by the client, by the end of a
/// caller's turn or as a fixed sentence, and broken off by either side.
final class Replies {
  private final Office office;
  private final Conversation conversation;
  private final SessionConfig config;
  private Optional<Running> running = Optional.empty();
  private boolean wanted;

  private record Running(RealtimeReply reply, boolean interruptible) {}

  Replies(Office office, Conversation conversation, SessionConfig config) {
    this.office = office;
    this.conversation = conversation;
    this.config = config;
  }

  boolean active() {
    return running.isPresent();
  }

  /// A caller's turn is over: reply now, or when the present reply is over.
  void wanted() {
    if (active()) wanted = true;
    else ask(Json.object());
  }

  /// Asks the mind for a reply.
  ///
  /// @param wish the client's `response` object; its instructions replace the session's
  void ask(JsonNode wish) {
    wanted = false;
    String instructions = wish.path("instructions").asText(config.instructions());
    var acts = conversation.reply(instructions, config.functions());
    start(acts, true, Optional.of(wish.path("metadata")).filter(JsonNode::isObject));
  }

  /// Speaks a sentence of the client's, word for word.
  void speak(List<Act> acts, boolean interruptible) {
    start(acts, interruptible, Optional.empty());
  }

  /// Breaks a reply off for the client.
  ///
  /// @param id empty for whatever is running
  /// @return false if no such reply is running
  boolean cancel(String id) {
    if (running.filter(now -> id.isEmpty() || now.reply().id().equals(id)).isEmpty()) return false;
    breakOff(true);
    return true;
  }

  /// The caller speaks while a reply is being sent.
  void interrupt() {
    if (running.filter(Running::interruptible).isEmpty()) return;
    breakOff(office.settings().bargeIn() == FakeGrok.BargeIn.SAID_TO_BE_CANCELLED);
  }

  private void breakOff(boolean said) {
    running.ifPresent(now -> {
      now.reply().stop();
      if (said) now.reply().done("cancelled");
      over();
    });
  }

  private void start(List<Act> acts, boolean interruptible, Optional<JsonNode> metadata) {
    var faults = office.faults();
    var out = Mishap.on(faults, office.line());
    var reply =
        new RealtimeReply(
            conversation,
            office.pace(),
            config.output(),
            metadata,
            failing(out),
            new Script(office.agenda()));
    running = Optional.of(new Running(reply, interruptible));
    boolean vanishes = faults.strike(Fault.VANISHING_REPLY);
    reply.created();
    if (faults.strike(Fault.STALLED_REPLY)) return;
    reply.play(
        acts,
        () -> {
          if (!vanishes) reply.done("completed");
          over();
        });
  }

  /// The faults that strike in the middle of a reply.
  private Consumer<ObjectNode> failing(Consumer<ObjectNode> out) {
    return frame -> {
      out.accept(frame);
      if (!frame.path("type").asText("").equals("response.output_audio.delta")) return;
      if (office.faults().strike(Fault.DROPPED_IN_REPLY)) office.line().drop();
      if (office.faults().strike(Fault.MUTE_IN_REPLY)) office.line().mute();
    };
  }

  private void over() {
    running = Optional.empty();
    conversation.replyIsOver();
    if (wanted) ask(Json.object());
  }
}
