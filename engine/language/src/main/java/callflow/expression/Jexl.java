package callflow.expression;

import callflow.expression.Token.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.parser.JexlNode;
import org.apache.commons.jexl3.parser.Parser;

/// Lets JEXL find out which sign binds tighter, and nothing else.
///
/// JEXL sees the shape alone: every value is replaced by the number of its token, every function
/// and field by that number after an `n`. So none of its reserved words, number formats, escapes or
/// namespaces can mean anything, and a node's number leads back to its place in the file.
final class Jexl {
  private static final JexlFeatures FEATURES = JexlFeatures.createNone();

  /// Most conditions of a project have one of a few shapes, and a tree is only ever read.
  private static final int MOST_SHAPES = 1000;

  private static final Map<String, Optional<JexlNode>> SHAPES = new ConcurrentHashMap<>();

  private Jexl() {}

  /// The tree over the tokens; empty when JEXL doesn't know what to make of them.
  static Optional<JexlNode> tree(List<Token> tokens) {
    String shape = shape(tokens);
    var known = SHAPES.get(shape);
    if (known != null) return known;
    var tree = parse(shape);
    if (SHAPES.size() < MOST_SHAPES) SHAPES.put(shape, tree);
    return tree;
  }

  private static Optional<JexlNode> parse(String shape) {
    try {
      var script = new Parser(";").parse(new JexlInfo("expression", 1, 1), FEATURES, shape, null);
      return script.jjtGetNumChildren() == 1
          ? Optional.of(script.jjtGetChild(0))
          : Optional.empty();
    } catch (JexlException | StackOverflowError notUnderstood) {
      return Optional.empty();
    }
  }

  private static String shape(List<Token> tokens) {
    var shape = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
      boolean field = i > 0 && tokens.get(i - 1).is(".");
      String separator = field || tokens.get(i).is(".") ? "" : " ";
      shape.append(separator).append(word(tokens.get(i).kind(), i, called || field));
    }
    return shape.toString();
  }

  private static String word(Kind kind, int index, boolean named) {
    return switch (kind) {
      case Kind.Sign(var sign) -> sign(sign);
      case Kind.Word _ when named -> "n" + index;
      case Kind.Word _, Kind.Amount _, Kind.Quoted _ -> "'" + index + "'";
    };
  }

  private static String sign(String sign) {
    return switch (sign) {
      case "and" -> "&&";
      case "or" -> "||";
      case "not" -> "!";
      default -> sign;
    };
  }
}
