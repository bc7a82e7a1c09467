package callflow.check;

import callflow.expression.Expression;
import callflow.expression.Function;
import callflow.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// The values an expression can't do without, in the order in which it looks at them.
///
/// What an earlier part makes sure of is not read again: in `known(x) and x > 3` nothing is.
final class Reads {
  /// One value, by its name or the path of a field.
  record Read(String path, Span span) {}

  private final List<Read> reads = new ArrayList<>();

  private Reads() {}

  /// Without those that `present` has.
  static List<Read> of(Expression expression, Set<String> present) {
    var reads = new Reads();
    reads.collect(expression, present);
    return reads.reads;
  }

  /// The same for a condition, in which an answer that isn't there may pass for a no: `if: done`.
  static List<Read> ofCondition(Expression condition, Set<String> present) {
    var reads = new Reads();
    reads.condition(condition, present);
    return reads.reads;
  }

  /// All that must be there for the expression to have a value.
  static List<Read> strict(Expression expression) {
    return of(expression, Set.of());
  }

  private void collect(Expression of, Set<String> present) {
    switch (of) {
      case Expression.Literal _ -> {}
      case Expression.Name(var name, var span) -> read(name, span, present);
      case Expression.Path path -> path(path, present);
      case Expression.Not(var operand, _) -> collect(operand, present);
      case Expression.All(var operands, _) -> inTurn(operands, present, true, this::collect);
      case Expression.Any(var operands, _) -> inTurn(operands, present, false, this::collect);
      case Expression.Compare(_, var left, var right, _) -> each(List.of(left, right), present);
      case Expression.Arithmetic(_, var left, var right, _) -> each(List.of(left, right), present);
      case Expression.Negate(var operand, _) -> collect(operand, present);
      case Expression.Matches(var text, _, _) -> collect(text, present);
      case Expression.Call(var function, var arguments, _) -> {
        if (function != Function.KNOWN) each(arguments, present);
      }
      case Expression.Choose(var condition, var then, var otherwise, _) -> {
        collect(condition, present);
        collect(then, with(present, Presence.when(condition)));
        collect(otherwise, with(present, Presence.unless(condition)));
      }
    }
  }

  private void condition(Expression of, Set<String> present) {
    switch (of) {
      case Expression.Name _, Expression.Path _ -> {}
      case Expression.All(var operands, _) -> inTurn(operands, present, true, this::condition);
      case Expression.Any(var operands, _) -> inTurn(operands, present, false, this::condition);
      default -> collect(of, present);
    }
  }

  /// Each operand knows what those before it have settled.
  private void inTurn(
      List<Expression> operands,
      Set<String> present,
      boolean all,
      BiConsumer<Expression, Set<String>> reading) {
    Set<String> settled = present;
    for (Expression operand : operands) {
      reading.accept(operand, settled);
      settled = with(settled, all ? Presence.when(operand) : Presence.unless(operand));
    }
  }

  private void each(List<Expression> operands, Set<String> present) {
    operands.forEach(operand -> collect(operand, present));
  }

  private void path(Expression.Path path, Set<String> present) {
    String written = written(path);
    if (written.isEmpty()) {
      collect(path.of(), present);
    } else {
      read(written, path.span(), present);
    }
  }

  /// `customer.phone`; empty for a field of what is no name.
  private static String written(Expression expression) {
    return switch (expression) {
      case Expression.Name(var name, _) -> name;
      case Expression.Path(var of, var field, _) ->
          written(of).isEmpty() ? "" : written(of) + "." + field;
      default -> "";
    };
  }

  /// A field is read after everything on the way to it.
  private void read(String path, Span span, Set<String> present) {
    int dot = path.lastIndexOf('.');
    if (dot > 0) read(path.substring(0, dot), span, present);
    if (!present.contains(path)) reads.add(new Read(path, span));
  }

  static Set<String> with(Set<String> some, Set<String> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }
}
