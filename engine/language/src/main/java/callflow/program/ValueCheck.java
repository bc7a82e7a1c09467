package callflow.program;

import callflow.expression.Expression;

/// A rule of the flow's own about what callers answer.
///
/// @param otherwise said word for word when the condition does not hold
public record ValueCheck(Expression condition, Wording otherwise) {}
