package callflow.syntax;

import callflow.source.Located;
import callflow.value.Type;
import callflow.value.Value;
import callflow.value.VariableName;
import java.util.Optional;

/// One entry of `variables:`.
public record VariableDecl(
    Located<VariableName> name,
    Located<Type> type,
    Optional<Located<String>> describe,
    boolean sensitive,
    boolean secret,
    Optional<Located<Value>> initial,
    Optional<CheckDecl> check) {}
