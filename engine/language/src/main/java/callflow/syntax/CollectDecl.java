package callflow.syntax;

import callflow.source.Located;
import callflow.value.VariableName;
import java.util.Optional;

/// One entry of a state's `collect:`.
public record CollectDecl(
    Located<VariableName> variable,
    Optional<WordingDecl> ask,
    Optional<Located<Integer>> attempts,
    Optional<Located<Boolean>> dtmf) {}
