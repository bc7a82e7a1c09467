package callflow.syntax;

import callflow.expression.Expression;
import callflow.source.Located;
import callflow.source.Span;
import callflow.value.ChoiceName;
import java.util.List;
import java.util.Optional;

/// One entry of a state's `choices:`.
///
/// @param resumes where `then: resume` stands: the caller is brought back to this state
public record ChoiceDecl(
    Located<ChoiceName> name,
    Optional<Localized<Located<String>>> caller,
    Localized<List<Located<String>>> examples,
    Optional<Located<String>> dtmf,
    Optional<Expression> guard,
    Optional<Span> resumes,
    ActionDecl action) {}
