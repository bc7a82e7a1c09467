package callflow.syntax;

import callflow.source.Located;
import callflow.source.Span;
import callflow.value.StateName;
import java.util.Optional;

/// `compliance:` of a flow: what a caller has to be told, and asked, before anything else.
///
/// @param disclosure said word for word before the model speaks
/// @param retention for how many days the record of a call is to be kept
public record ComplianceDecl(
    Optional<WordingDecl> disclosure,
    Optional<RecordingDecl> recording,
    Optional<Located<Integer>> retention,
    Span span) {

  /// `recording:`.
  ///
  /// @param announce what the caller hears about it
  /// @param onRefused where a caller goes who does not want it
  public record RecordingDecl(
      Located<Consent> consent,
      Optional<WordingDecl> announce,
      Optional<Located<StateName>> onRefused) {}

  /// Whether callers have to agree to being recorded.
  public enum Consent {
    /// The announcement is a question, and only a yes starts the recording.
    ASK,
    /// They are told, and may hang up.
    ANNOUNCE,
    /// They are not told.
    NONE
  }
}
