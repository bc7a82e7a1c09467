package callflow.parse;

import callflow.diagnostic.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the sections in which an author gives names, and remembers the names whose declarations
/// are broken.
final class Declarations {
  private final Findings findings;
  private final Set<String> damaged = new LinkedHashSet<>();

  Declarations(Findings findings) {
    this.findings = findings;
  }

  /// The entries that are whole; one with any error in it is none.
  ///
  /// @param example how an entry looks
  <T> List<T> read(Optional<Slot> section, String example, Function<Keyed, Optional<T>> reader) {
    var whole = new ArrayList<T>();
    section.filter(slot -> !slot.isMapping()).ifPresent(slot -> damaged.add(slot.name()));
    for (Keyed entry : section.map(slot -> slot.entries(example)).orElse(List.of())) {
      Optional<T> read = reader.apply(entry);
      if (read.isEmpty() || findings.errorIn(entry.span())) {
        damaged.add(entry.key().value());
      } else {
        whole.add(read.get());
      }
    }
    return List.copyOf(whole);
  }

  /// The same for a section that can't go without an entry.
  <T> List<T> readSome(
      Optional<Slot> section, String example, Function<Keyed, Optional<T>> reader) {
    if (section.isEmpty()) return List.of();
    Slot slot = section.get();
    List<T> whole = read(section, example, reader);
    if (slot.isMapping() && slot.entries(example).isEmpty()) {
      findings.add(
          Rule.EMPTY_VALUE, slot.at(), "`" + slot.name() + "` holds nothing", "write " + example);
      damaged.add(slot.name());
    }
    return whole;
  }

  /// Remembers names that something unreadable may stand for.
  void addDamaged(Collection<String> names) {
    damaged.addAll(names);
  }

  /// Remembers a section without names by its own word when something in it is broken.
  void watch(Optional<Slot> section) {
    section
        .filter(slot -> findings.errorIn(slot.node()))
        .ifPresent(slot -> damaged.add(slot.name()));
  }

  Set<String> damaged() {
    return Set.copyOf(damaged);
  }
}
