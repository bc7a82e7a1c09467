package callflow.expression;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.source.Span;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Finds the type of an expression before any call, and everything that could never work.
///
/// What is unknown or wrong is of type [Type.Any], which fits everywhere: one mistake, one finding.
public final class Typing {
  private final TypeScope scope;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Typing(TypeScope scope) {
    this.scope = scope;
  }

  /// The type of any expression.
  public static Typed infer(Expression expression, TypeScope scope) {
    var typing = new Typing(scope);
    return new Typed(typing.type(expression), typing.diagnostics);
  }

  /// The same for a condition, which must be yes or no.
  public static Typed guard(Expression expression, TypeScope scope) {
    var typing = new Typing(scope);
    typing.require(Nature.YES_OR_NO, expression, "a condition");
    return new Typed(Types.BOOL, typing.diagnostics);
  }

  /// The type of what a template becomes as data: that of its only `${…}`, else text.
  public static Typed infer(Template template, TypeScope scope) {
    var typing = new Typing(scope);
    var types = template.holes().stream().map(typing::type).toList();
    boolean single = Expressions.single(template).isPresent();
    return new Typed(single ? types.getFirst() : Types.TEXT, typing.diagnostics);
  }

  /// The same for a text that is spoken: no `${…}` in it may be an object.
  public static Typed spoken(Template template, TypeScope scope) {
    var typing = new Typing(scope);
    for (Expression hole : template.holes()) {
      if (typing.type(hole) instanceof Type.Struct) typing.unspeakable(hole);
    }
    return new Typed(Types.TEXT, typing.diagnostics);
  }

  private void unspeakable(Expression hole) {
    wrong(
        hole.span(),
        Shown.of(hole) + " is an object and can't be said",
        "name one of its fields, as in `${customer.name}`");
  }

  private Type type(Expression expression) {
    return switch (expression) {
      case Expression.Literal(var value, _) -> literal(value);
      case Expression.Name name -> name(name, Types.ANY);
      case Expression.Path path -> field(path);
      case Expression.Not(var operand, _) -> condition(operand, "what stands after `not`");
      case Expression.All(var operands, _) -> conditions(operands, "what stands beside `and`");
      case Expression.Any(var operands, _) -> conditions(operands, "what stands beside `or`");
      case Expression.Compare compare -> compare(compare);
      case Expression.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Expression.Negate(var operand, _) ->
          require(Nature.NUMBER, operand, "a value after `-`");
      case Expression.Choose choose -> choose(choose);
      case Expression.Call call -> call(call);
      case Expression.Matches(var text, _, _) -> {
        require(Nature.TEXT, text, "what `matches` looks at");
        yield Types.BOOL;
      }
    };
  }

  private static Type literal(Value value) {
    return switch (value) {
      case Value.Text _ -> Types.TEXT;
      case Value.Decimal _ -> Types.NUMBER;
      case Value.Bool _ -> Types.BOOL;
      case Value.Date _ -> Types.DATE;
      case Value.Items _ -> new Type.ListOf(Types.ANY);
      case Value.Fields _ -> Type.Struct.OPEN;
    };
  }

  /// @param beside the type of what the name is compared with
  private Type name(Expression.Name name, Type beside) {
    return scope
        .typeOf(name.name())
        .orElseGet(() -> {
          diagnostics.add(UnknownName.of(name, beside, scope));
          return Types.ANY;
        });
  }

  private Type field(Expression.Path path) {
    Type owner = type(path.of());
    if (owner instanceof Type.Any) return Types.ANY;
    var fields = Types.fieldsOf(owner);
    if (fields.isEmpty()) {
      String is = Shown.of(path.of()) + " is " + Nature.phrase(owner);
      return wrong(
          path.span(),
          is + " and has no field `" + path.field() + "`",
          "write " + Shown.of(path.of()) + " alone");
    }
    var struct = fields.get();
    Type.Field field = struct.fields().get(path.field());
    if (field != null) return field.type();
    if (struct.open()) return Types.ANY;
    return unknown(
        Rule.UNKNOWN_FIELD,
        path.span(),
        Shown.of(path.of()) + " has no field `" + path.field() + "`",
        Nearest.of(path.field(), struct.fields().keySet()),
        isOutcome(path)
            ? "how a call ends is known in the `with` and `requires` of a tool that only"
                + " `after_call` names"
            : "its fields are " + Naming.list(struct.fields().keySet()));
  }

  private static boolean isOutcome(Expression.Path path) {
    return path.field().equals(TypeScope.OUTCOME)
        && path.of() instanceof Expression.Name(var name, _)
        && name.equals("call");
  }

  private Type condition(Expression operand, String role) {
    require(Nature.YES_OR_NO, operand, role);
    return Types.BOOL;
  }

  private Type conditions(List<Expression> operands, String role) {
    operands.forEach(operand -> require(Nature.YES_OR_NO, operand, role));
    return Types.BOOL;
  }

  private Type compare(Expression.Compare compare) {
    Type left = beside(compare.left(), compare.right());
    Type right = beside(compare.right(), compare.left());
    Comparing.mistake(compare, left, right).ifPresent(diagnostics::add);
    return Types.BOOL;
  }

  /// A name nobody knows may be a word of a choice without its quotes: the other side tells.
  private Type beside(Expression side, Expression other) {
    return side instanceof Expression.Name name && scope.typeOf(name.name()).isEmpty()
        ? name(name, infer(other, scope).type())
        : type(side);
  }

  private Type arithmetic(Expression.Arithmetic arithmetic) {
    String role = "a value beside `" + arithmetic.by().sign() + "`";
    Type left = require(Nature.NUMBER, arithmetic.left(), role);
    Type right = require(Nature.NUMBER, arithmetic.right(), role);
    if (Comparing.currenciesDiffer(left, right)) {
      return wrong(
          arithmetic.span(),
          Comparing.currencies(arithmetic.left(), left, arithmetic.right(), right),
          "calculate with amounts of one currency");
    }
    if (left instanceof Type.Any || right instanceof Type.Any) return Types.ANY;
    return switch (arithmetic.by()) {
      case PLUS, MINUS, REMAINDER, TIMES -> money(left).or(() -> money(right)).orElse(Types.NUMBER);
      case DIVIDED_BY -> money(right).isPresent() ? Types.NUMBER : money(left).orElse(Types.NUMBER);
    };
  }

  /// The currency survives a calculation, the bounds do not.
  private static Optional<Type> money(Type type) {
    return type instanceof Type.Money(var currency, _, _)
        ? Optional.of(new Type.Money(currency, Optional.empty(), Optional.empty()))
        : Optional.empty();
  }

  private Type choose(Expression.Choose choose) {
    condition(choose.condition(), "what stands before `?`");
    Type then = type(choose.then());
    Type otherwise = type(choose.otherwise());
    if (then.equals(otherwise)) return then;
    boolean both = Nature.of(then) == Nature.of(otherwise);
    return switch (Nature.of(then)) {
      case NUMBER -> both ? Types.NUMBER : Types.ANY;
      case TEXT -> both ? Types.TEXT : Types.ANY;
      case YES_OR_NO, DAY, TIME, MOMENT, LIST, OBJECT, ANYTHING -> Types.ANY;
    };
  }

  private Type call(Expression.Call call) {
    Expression argument = call.arguments().getFirst();
    return switch (call.function()) {
      case OPEN -> {
        var names = scope.schedules().stream().map(Object::toString).toList();
        yield declared(Rule.UNKNOWN_SCHEDULE, "schedule", argument, names);
      }
      case OPENS_NEXT -> {
        var names = scope.schedules().stream().map(Object::toString).toList();
        declared(Rule.UNKNOWN_SCHEDULE, "schedule", argument, names);
        yield Types.MOMENT;
      }
      case CONFIRMED -> {
        var names = scope.tools().stream().map(Object::toString).toList();
        yield declared(Rule.UNKNOWN_TOOL, "tool", argument, names);
      }
      case SWITCH -> declaredSwitch(argument, Types.BOOL);
      case ANNOUNCEMENT -> declaredSwitch(argument, Types.TEXT);
      case AGE, DAYS_UNTIL, DAYS_SINCE -> {
        require(Nature.DAY, argument, "what `" + call.function().word() + "` counts from");
        yield Types.NUMBER;
      }
      case MASK -> {
        require(Nature.TEXT, argument, "what `mask` hides");
        yield Types.TEXT;
      }
      case LOWER -> {
        require(Nature.TEXT, argument, "what `lower` writes in small letters");
        yield Types.TEXT;
      }
      case LENGTH -> {
        require(Nature.TEXT, argument, "what `length` measures");
        yield Types.NUMBER;
      }
      case COUNT -> {
        require(Nature.LIST, argument, "what `count` counts");
        yield Types.NUMBER;
      }
      case CONTAINS -> contains(call);
      case KNOWN -> {
        type(argument);
        yield Types.BOOL;
      }
      case MATCHES -> Types.BOOL;
    };
  }

  private Type contains(Expression.Call call) {
    Expression list = call.arguments().getFirst();
    Expression value = call.arguments().getLast();
    Type type = require(Nature.LIST, list, "what `contains` looks in");
    if (type instanceof Type.ListOf(var element)) {
      String role = "what `contains` looks for in " + Shown.of(list);
      require(Nature.of(element), value, role);
    } else {
      type(value);
    }
    return Types.BOOL;
  }

  private Type declaredSwitch(Expression argument, Type result) {
    var names = scope.switches().stream().map(Object::toString).toList();
    declared(Rule.UNKNOWN_SWITCH, "switch", argument, names);
    return result;
  }

  private Type declared(Rule rule, String what, Expression argument, Collection<String> names) {
    boolean quoted = argument instanceof Expression.Literal(Value.Text(var name), _);
    if (quoted && argument instanceof Expression.Literal literal) {
      String name = literal.value().toString();
      if (!names.contains(name)) {
        unknown(
            rule,
            argument.span(),
            "there is no " + what + " `" + Tokenizer.shown(name) + "`",
            Nearest.of(name, names),
            names.isEmpty()
                ? "this flow declares no " + what
                : "the "
                    + (what.equals("switch") ? "switches" : what + "s")
                    + " are "
                    + Naming.list(names));
      }
    }
    return Types.BOOL;
  }

  /// The operand's type, or anything after a finding when it is of another nature.
  private Type require(Nature nature, Expression operand, String role) {
    Type type = type(operand);
    if (Nature.of(type).meets(nature)) return type;
    return wrong(
        operand.span(),
        role
            + " must be "
            + nature.phrase()
            + ", and "
            + Shown.of(operand)
            + " is "
            + Nature.phrase(type),
        Naming.remedy(nature, operand, type));
  }

  private Type wrong(Span span, String message, String hint) {
    diagnostics.add(Diagnostic.of(Rule.EXPRESSION_TYPE, span, message).withHint(hint));
    return Types.ANY;
  }

  private Type unknown(Rule rule, Span span, String message, List<String> near, String hint) {
    var finding = Diagnostic.of(rule, span, message).withSuggestions(near);
    diagnostics.add(near.isEmpty() ? finding.withHint(hint) : finding);
    return Types.ANY;
  }
}
