package callflow.syntax;

import callflow.source.Located;
import callflow.value.Repair;
import java.util.List;
import java.util.Optional;

/// `repair:` of a flow or of a state: the moves every caller has, in the author's own words.
///
/// @param off whether none of them is to be had but those written here
public record RepairDecl(boolean off, List<Entry> entries) {
  public static final RepairDecl NONE = new RepairDecl(false, List.of());

  /// One of them.
  ///
  /// @param confirm the question of `start_over`
  public record Entry(
      Located<Repair> move,
      boolean off,
      Optional<Localized<Located<String>>> caller,
      Optional<Localized<List<Located<String>>>> examples,
      Optional<Located<String>> dtmf,
      Optional<WordingDecl> confirm,
      ActionDecl action) {}

  public Optional<Entry> of(Repair move) {
    return entries.stream().filter(entry -> entry.move().value() == move).findFirst();
  }
}
