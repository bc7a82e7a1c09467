package callflow.syntax;

import callflow.expression.Expression;

/// `check:` of a variable: a condition on what callers answer, and what they are told when it does
/// not hold.
public record CheckDecl(Expression condition, WordingDecl otherwise) {}
