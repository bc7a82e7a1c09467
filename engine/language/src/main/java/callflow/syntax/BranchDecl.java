package callflow.syntax;

import callflow.expression.Expression;
import java.util.Optional;

/// One entry of `next:`; without a guard it is always taken.
public record BranchDecl(Optional<Expression> guard, ActionDecl action) {}
