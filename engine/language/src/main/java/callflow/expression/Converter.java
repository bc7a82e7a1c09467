package callflow.expression;

import callflow.diagnostic.Diagnostic;
import callflow.expression.Expression.Comparison;
import callflow.expression.Expression.Operation;
import callflow.expression.Token.Kind;
import callflow.source.Span;
import callflow.source.Written;
import callflow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.jexl3.parser.ASTAddNode;
import org.apache.commons.jexl3.parser.ASTAndNode;
import org.apache.commons.jexl3.parser.ASTDivNode;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTFunctionNode;
import org.apache.commons.jexl3.parser.ASTGENode;
import org.apache.commons.jexl3.parser.ASTGTNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTIdentifierAccess;
import org.apache.commons.jexl3.parser.ASTLENode;
import org.apache.commons.jexl3.parser.ASTLTNode;
import org.apache.commons.jexl3.parser.ASTModNode;
import org.apache.commons.jexl3.parser.ASTMulNode;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNotNode;
import org.apache.commons.jexl3.parser.ASTOrNode;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTReferenceExpression;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.ASTSubNode;
import org.apache.commons.jexl3.parser.ASTTernaryNode;
import org.apache.commons.jexl3.parser.ASTUnaryMinusNode;
import org.apache.commons.jexl3.parser.JexlNode;

/// Turns JEXL's tree into ours, with the place of every part.
///
/// A node knows which tokens it spans, and brackets and prefixes stand right beside them; so all
/// places follow from the numbers in the leaves.
final class Converter {
  private final Written written;
  private final List<Token> tokens;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /// An expression and the first and last of its tokens.
  private record Part(Expression expression, int first, int last) {}

  Converter(Written written, List<Token> tokens) {
    this.written = written;
    this.tokens = tokens;
  }

  /// What was wrong with the arguments of functions.
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /// Our tree; empty for a shape the language does not have.
  Optional<Expression> expression(JexlNode root) {
    return convert(root).map(Part::expression);
  }

  private Optional<Part> convert(JexlNode node) {
    return switch (node) {
      case ASTStringLiteral leaf -> Optional.of(leaf(Integer.parseInt(leaf.getLiteral())));
      case ASTReferenceExpression brackets ->
          convert(brackets.jjtGetChild(0)).map(Converter::wider);
      case ASTReference path -> path(path);
      case ASTFunctionNode call -> call(call);
      case ASTNotNode not -> convert(not.jjtGetChild(0)).map(this::not);
      case ASTUnaryMinusNode minus -> convert(minus.jjtGetChild(0)).map(this::negate);
      case ASTAndNode and -> several(and).map(this::all);
      case ASTOrNode or -> several(or).map(this::any);
      case ASTTernaryNode choice -> several(choice).map(this::choose);
      case ASTEQNode pair -> compare(pair, Comparison.EQUAL);
      case ASTNENode pair -> compare(pair, Comparison.NOT_EQUAL);
      case ASTLTNode pair -> compare(pair, Comparison.LESS);
      case ASTLENode pair -> compare(pair, Comparison.LESS_OR_EQUAL);
      case ASTGTNode pair -> compare(pair, Comparison.GREATER);
      case ASTGENode pair -> compare(pair, Comparison.GREATER_OR_EQUAL);
      case ASTAddNode pair -> arithmetic(pair, Operation.PLUS);
      case ASTSubNode pair -> arithmetic(pair, Operation.MINUS);
      case ASTMulNode pair -> arithmetic(pair, Operation.TIMES);
      case ASTDivNode pair -> arithmetic(pair, Operation.DIVIDED_BY);
      case ASTModNode pair -> arithmetic(pair, Operation.REMAINDER);
      default -> Optional.empty();
    };
  }

  private Part leaf(int index) {
    Span span = span(index, index);
    Expression expression =
        switch (tokens.get(index).kind()) {
          case Kind.Word(var word) when word.equals("true") || word.equals("false") ->
              new Expression.Literal(new Value.Bool(word.equals("true")), span);
          case Kind.Word(var word) -> new Expression.Name(word, span);
          case Kind.Amount(var amount) -> new Expression.Literal(new Value.Decimal(amount), span);
          case Kind.Quoted(var text) -> new Expression.Literal(new Value.Text(text), span);
          case Kind.Sign(var sign) -> throw new IllegalStateException("a value named " + sign);
        };
    return new Part(expression, index, index);
  }

  /// The same expression with the brackets around it.
  private static Part wider(Part inner) {
    return new Part(inner.expression(), inner.first() - 1, inner.last() + 1);
  }

  private Optional<Part> path(ASTReference node) {
    Optional<Part> owner = convert(node.jjtGetChild(0));
    for (int i = 1; i < node.jjtGetNumChildren(); i++) {
      if (!(node.jjtGetChild(i) instanceof ASTIdentifierAccess access)) return Optional.empty();
      owner = owner.map(of -> field(of, numbered(access.getName())));
    }
    return owner;
  }

  private Part field(Part owner, int index) {
    String name = word(index);
    var span = span(owner.first(), index);
    return new Part(new Expression.Path(owner.expression(), name, span), owner.first(), index);
  }

  private Optional<Part> call(ASTFunctionNode node) {
    if (!(node.jjtGetChild(0) instanceof ASTIdentifier name)) return Optional.empty();
    int first = numbered(name.getName());
    Optional<Function> function = Function.named(word(first));
    Optional<List<Part>> arguments = several(node.jjtGetChild(1));
    if (function.isEmpty() || arguments.isEmpty()) return Optional.empty();
    int last = arguments.get().isEmpty() ? first + 2 : arguments.get().getLast().last() + 1;
    var expressions = arguments.get().stream().map(Part::expression).toList();
    var called = Calls.of(function.get(), expressions, span(first, last));
    diagnostics.addAll(called.diagnostics());
    return Optional.of(new Part(called.expression(), first, last));
  }

  private Part not(Part operand) {
    int first = operand.first() - 1;
    var not = new Expression.Not(operand.expression(), span(first, operand.last()));
    return new Part(not, first, operand.last());
  }

  private Part negate(Part operand) {
    int first = operand.first() - 1;
    Span span = span(first, operand.last());
    Expression negated =
        operand.expression() instanceof Expression.Literal(Value.Decimal(var amount), _)
            ? new Expression.Literal(new Value.Decimal(amount.negate()), span)
            : new Expression.Negate(operand.expression(), span);
    return new Part(negated, first, operand.last());
  }

  private Part all(List<Part> operands) {
    return new Part(
        new Expression.All(expressions(operands), span(operands)), first(operands), last(operands));
  }

  private Part any(List<Part> operands) {
    return new Part(
        new Expression.Any(expressions(operands), span(operands)), first(operands), last(operands));
  }

  private Part choose(List<Part> three) {
    var choice =
        new Expression.Choose(
            three.get(0).expression(),
            three.get(1).expression(),
            three.get(2).expression(),
            span(three));
    return new Part(choice, first(three), last(three));
  }

  /// JEXL reads `not a == b` as `(not a) == b`; people mean `not (a == b)`.
  private Optional<Part> compare(JexlNode node, Comparison by) {
    if (node.jjtGetChild(0) instanceof ASTNotNode not) {
      return compare(not.jjtGetChild(0), node.jjtGetChild(1), by).map(this::not);
    }
    return compare(node.jjtGetChild(0), node.jjtGetChild(1), by);
  }

  private Optional<Part> compare(JexlNode left, JexlNode right, Comparison by) {
    if (left instanceof ASTNotNode not) {
      return compare(not.jjtGetChild(0), right, by).map(this::not);
    }
    return pair(left, right)
        .map(pair ->
            new Part(
                new Expression.Compare(
                    by, pair.getFirst().expression(), pair.getLast().expression(), span(pair)),
                first(pair),
                last(pair)));
  }

  private Optional<Part> arithmetic(JexlNode node, Operation by) {
    return pair(node.jjtGetChild(0), node.jjtGetChild(1))
        .map(pair ->
            new Part(
                new Expression.Arithmetic(
                    by, pair.getFirst().expression(), pair.getLast().expression(), span(pair)),
                first(pair),
                last(pair)));
  }

  private Optional<List<Part>> pair(JexlNode left, JexlNode right) {
    return convert(left).flatMap(a -> convert(right).map(b -> List.of(a, b)));
  }

  private Optional<List<Part>> several(JexlNode node) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      Optional<Part> part = convert(node.jjtGetChild(i));
      if (part.isEmpty()) return Optional.empty();
      parts.add(part.get());
    }
    return Optional.of(parts);
  }

  private static List<Expression> expressions(List<Part> parts) {
    return parts.stream().map(Part::expression).toList();
  }

  private static int first(List<Part> parts) {
    return parts.getFirst().first();
  }

  private static int last(List<Part> parts) {
    return parts.getLast().last();
  }

  private Span span(List<Part> parts) {
    return span(first(parts), last(parts));
  }

  private Span span(int first, int last) {
    return written.part(tokens.get(first).start(), tokens.get(last).end());
  }

  private static int numbered(String name) {
    return Integer.parseInt(name.substring(1));
  }

  private String word(int index) {
    Token token = tokens.get(index);
    return written.value().substring(token.start(), token.end());
  }
}
