package callflow.syntax;

import callflow.source.Located;
import callflow.source.Span;
import java.util.List;
import java.util.Optional;

/// One entry of `anywhere:`: what a caller may want in every state that listens.
///
/// @param repeat whether it says the last thing again (`do: repeat`) instead of acting
/// @param resumes where `then: resume` stands: the caller is brought back to the state that was
///   left
public record AnywhereDecl(
    Optional<Localized<Located<String>>> caller,
    Localized<List<Located<String>>> examples,
    Optional<Located<String>> dtmf,
    boolean repeat,
    Optional<Span> resumes,
    ActionDecl action,
    Span span) {}
