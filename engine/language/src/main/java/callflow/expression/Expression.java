package callflow.expression;

import callflow.source.Span;
import callflow.value.LinearPattern;
import callflow.value.Value;
import java.util.List;

/// A parsed expression: a small closed tree that can be typed, evaluated and, later, reasoned
/// about.
public sealed interface Expression {
  /// Where it stands in its file.
  Span span();

  record Literal(Value value, Span span) implements Expression {}

  /// A variable, or one of the built-in names (`visits`, `today`, `now`, `call`, `state`,
  /// `result`).
  record Name(String name, Span span) implements Expression {}

  /// A field of something: `customer.id`.
  record Path(Expression of, String field, Span span) implements Expression {}

  record Not(Expression operand, Span span) implements Expression {}

  /// All hold; `and` in the file.
  record All(List<Expression> operands, Span span) implements Expression {
    public All {
      operands = List.copyOf(operands);
    }
  }

  /// At least one holds; `or` in the file.
  record Any(List<Expression> operands, Span span) implements Expression {
    public Any {
      operands = List.copyOf(operands);
    }
  }

  record Compare(Comparison by, Expression left, Expression right, Span span)
      implements Expression {}

  record Arithmetic(Operation by, Expression left, Expression right, Span span)
      implements Expression {}

  record Negate(Expression operand, Span span) implements Expression {}

  /// `condition ? then : otherwise`.
  record Choose(Expression condition, Expression then, Expression otherwise, Span span)
      implements Expression {}

  /// One of our named functions, with as many arguments as it takes.
  ///
  /// @param function any but [Function#MATCHES], which is a [Matches]
  record Call(Function function, List<Expression> arguments, Span span) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
      if (function == Function.MATCHES || arguments.size() != function.arity()) {
        throw new IllegalArgumentException(function + " can't be called with " + arguments);
      }
    }
  }

  /// `matches(text, 'pattern')`, with the pattern ready to use.
  record Matches(Expression text, LinearPattern pattern, Span span) implements Expression {}

  enum Comparison {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  enum Operation {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED_BY("/"),
    REMAINDER("%");

    private final String sign;

    Operation(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }
}
