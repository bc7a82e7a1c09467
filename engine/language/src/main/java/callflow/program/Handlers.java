package callflow.program;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a state does about events: its own handlers before those of the flow.
public record Handlers(SequencedMap<String, Action> own, SequencedMap<String, Action> inherited) {
  public Handlers {
    own = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(own));
    inherited = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(inherited));
  }

  /// The first handler for any of these event names, most specific first; the state's own win.
  public Optional<Action> find(List<String> events) {
    return first(own, events).or(() -> first(inherited, events));
  }

  /// The same with what is done about events that neither the state nor its flow handles.
  public Handlers or(SequencedMap<String, Action> others) {
    var all = new LinkedHashMap<>(inherited);
    others.forEach(all::putIfAbsent);
    return new Handlers(own, all);
  }

  private static Optional<Action> first(SequencedMap<String, Action> map, List<String> events) {
    return events.stream()
        .flatMap(event -> Optional.ofNullable(map.get(event)).stream())
        .findFirst();
  }
}
