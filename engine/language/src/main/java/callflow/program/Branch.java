package callflow.program;

import callflow.expression.Expression;
import java.util.Optional;

/// One way on; without a guard it is always taken.
public record Branch(Optional<Expression> guard, Action action) {}
