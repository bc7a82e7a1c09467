package callflow.fakegrok;

import callflow.fakegrok.Mind.Act;
import callflow.fakegrok.Mind.Heard;
import callflow.fakegrok.Mind.Situation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What outlives a socket, so that a conversation can be resumed: items, calls and the mind.
///
/// Used by one session at a time.
final class Conversation {
  private static final int MAX_ITEMS = 2_000;
  private static final int MAX_HEARD = 1_000;

  private final String id = Json.uuid();
  private final Mind mind;
  private final Deque<Item> items = new ArrayDeque<>();
  private final Map<String, Call> calls = new LinkedHashMap<>();
  private final List<Heard> heard = new ArrayList<>();

  /// Something that was said.
  ///
  /// @param role `user`, `assistant`, `system` or `tool`
  record Item(String id, String role, String text) {}

  /// A function the model asked for.
  ///
  /// @param answerable whether the reply that asked is over
  private record Call(String name, String arguments, boolean answerable) {}

  Conversation(Mind mind) {
    this.mind = mind;
  }

  String id() {
    return id;
  }

  /// The present item's predecessor; empty at the beginning.
  Optional<String> last() {
    return Optional.ofNullable(items.peekLast()).map(Item::id);
  }

  boolean knows(String item) {
    return items.stream().anyMatch(known -> known.id().equals(item));
  }

  List<Item> spokenByAssistant() {
    return items.stream().filter(item -> item.role().equals("assistant")).toList();
  }

  void add(String item, String role, String text) {
    if (items.size() == MAX_ITEMS) items.removeFirst();
    items.addLast(new Item(item, role, text));
  }

  void delete(String item) {
    items.removeIf(known -> known.id().equals(item));
  }

  void heard(Heard something) {
    if (heard.size() < MAX_HEARD) heard.add(something);
  }

  void asked(String call, String name, String arguments) {
    calls.put(call, new Call(name, arguments, false));
  }

  /// The reply is over: the calls it asked for may be answered.
  void replyIsOver() {
    calls.replaceAll((_, call) -> new Call(call.name(), call.arguments(), true));
  }

  /// Takes the result of a call in.
  ///
  /// @return false if there is no such call, or its reply is still under way
  boolean answered(String call, String output) {
    var asked = calls.get(call);
    if (asked == null || !asked.answerable()) return false;
    heard(new Heard.Output(call, asked.name(), asked.arguments(), output));
    return true;
  }

  List<Act> reply(String instructions, List<String> functions) {
    var situation = new Situation(instructions, functions, heard);
    heard.clear();
    return mind.reply(situation);
  }
}
