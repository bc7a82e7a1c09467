package callflow.simulator.drive;

import callflow.engine.call.EndReason;
import callflow.engine.call.Taken;
import callflow.value.StateName;
import java.util.List;
import java.util.Optional;

/// Everything that happened in a simulated call, in order.
public record Transcript(List<Line> lines) {
  public Transcript {
    lines = List.copyOf(lines);
  }

  public int size() {
    return lines.size();
  }

  /// What happened after the first `mark` lines.
  public Transcript since(int mark) {
    return new Transcript(lines.subList(Math.clamp(mark, 0, lines.size()), lines.size()));
  }

  /// The lines of one kind.
  public <L extends Line> List<L> all(Class<L> kind) {
    return lines.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// What the interpreter did, of one kind.
  public <T extends Taken> List<T> taken(Class<T> kind) {
    return all(Line.Decided.class).stream()
        .map(Line.Decided::what)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /// What the agent said, utterance by utterance.
  public List<String> said() {
    return all(Line.AgentSaid.class).stream().map(Line.AgentSaid::words).toList();
  }

  /// The state entered last, also when the call has ended since.
  public Optional<StateName> state() {
    var entered = taken(Taken.Entered.class);
    return entered.isEmpty() ? Optional.empty() : Optional.of(entered.getLast().state());
  }

  public Optional<EndReason> ending() {
    var ended = taken(Taken.Ended.class);
    return ended.isEmpty() ? Optional.empty() : Optional.of(ended.getFirst().reason());
  }
}
