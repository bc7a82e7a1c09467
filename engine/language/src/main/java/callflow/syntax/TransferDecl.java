package callflow.syntax;

import callflow.expression.Template;
import callflow.source.Located;
import callflow.source.Span;
import callflow.value.ScheduleName;
import callflow.value.TransferName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One entry of `transfers:`.
///
/// @param mode `cold`, `warm` or `refer`
/// @param callerId the number the person who answers sees
/// @param whisper what the person who answers hears before being connected
/// @param brief what the person who answers is told, before being asked to take the call
public record TransferDecl(
    Located<TransferName> name,
    DestinationDecl to,
    Optional<Located<String>> mode,
    Optional<Located<Duration>> ring,
    Optional<Located<ScheduleName>> hours,
    List<ToolDecl.ArgumentDecl> attach,
    Optional<Template> callerId,
    Optional<Template> whisper,
    Optional<Template> brief,
    Optional<QueueDecl> queue) {

  /// `to:`.
  public sealed interface DestinationDecl {
    record Fixed(Located<String> number) implements DestinationDecl {}

    /// `to: { choose: …, from: …, otherwise: … }`.
    ///
    /// @param otherwise the word that counts when the chosen one is none of the list
    record Chosen(Template choose, List<Listed> from, Located<String> otherwise)
        implements DestinationDecl {}

    record Listed(Located<String> word, Located<String> number) {}
  }

  /// `queue:`, what callers hear until somebody is free.
  public record QueueDecl(
      Optional<Located<String>> music,
      Located<Duration> maxWait,
      Optional<AnnounceDecl> announce,
      Span span) {}

  /// `announce: { every: 60s, say: … }`.
  public record AnnounceDecl(Located<Duration> every, WordingDecl say) {}
}
