package callflow.connector.http;

import callflow.connector.operation.Bindings;
import callflow.expression.Evaluation;
import callflow.expression.Rendering;
import callflow.expression.Template;
import callflow.syntax.ConnectorFile.BodyDecl;
import callflow.syntax.ConnectorFile.Member;
import callflow.syntax.ConnectorFile.Request.HttpRequest;
import callflow.syntax.ToolDecl.ArgumentDecl;
import callflow.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Fills in a request's templates, each value escaped for the place it goes to.
final class RequestWriting {
  /// Characters of a whole URL; more is cut or refused by servers on the way.
  static final int MAX_URL = 8000;

  /// Octets of a request's body.
  static final int MAX_BODY = 64 * 1024;

  private RequestWriting() {}

  /// An input that can't be put where the request wants it.
  static final class Unfit extends Exception {
    private final String reason;

    Unfit(String reason) {
      super(reason);
      this.reason = reason;
    }

    /// A sentence the model may read.
    String reason() {
      return reason;
    }
  }

  /// The path with its query, percent-encoded.
  static String target(HttpRequest request, Bindings input) throws Unfit {
    String query = query(request.query(), input);
    String target = path(request.path(), input) + (query.isEmpty() ? "" : "?" + query);
    if (target.length() > MAX_URL) throw new Unfit("the arguments are too long");
    return target;
  }

  private static String path(Template template, Bindings input) throws Unfit {
    var path = new StringBuilder();
    for (Template.Part part : template.parts()) {
      switch (part) {
        case Template.Part.Words(var words) -> path.append(words);
        case Template.Part.Hole(var expression) -> {
          String text = Evaluation.evaluate(expression, input).map(Value::toString).orElse("");
          if (text.isBlank()) throw new Unfit("an argument that the address needs is missing");
          path.append(PercentEncoding.encode(text));
        }
      }
    }
    boolean climbs =
        Arrays.stream(path.toString().split("/", -1))
            .anyMatch(s -> s.equals(".") || s.equals(".."));
    if (climbs) throw new Unfit("an argument consists of dots only");
    return path.toString();
  }

  private static String query(List<ArgumentDecl> declared, Bindings input) {
    var pairs = new ArrayList<String>();
    for (ArgumentDecl argument : declared) {
      String name = PercentEncoding.encode(argument.name().value());
      for (Value value : each(Rendering.value(argument.value(), input))) {
        pairs.add(name + "=" + PercentEncoding.encode(value.toString()));
      }
    }
    return String.join("&", pairs);
  }

  /// A list becomes a repeated parameter, an unset value none.
  private static List<Value> each(Optional<Value> value) {
    return switch (value.orElse(new Value.Items(List.of()))) {
      case Value.Items(var items) -> items;
      case Value single -> List.of(single);
    };
  }

  /// A header's value; empty when it is unset.
  static Optional<String> header(ArgumentDecl header, Bindings input) throws Unfit {
    Optional<String> text = Rendering.value(header.value(), input).map(Value::toString);
    if (text.isPresent() && !text.get().chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new Unfit(
          "the argument for `" + header.name().value() + "` has characters a header can't carry");
    }
    return text;
  }

  static byte[] body(BodyDecl body, Bindings input) throws Unfit {
    byte[] written = JsonWriting.write(value(body, input).orElse(Value.Fields.NONE));
    if (written.length > MAX_BODY) throw new Unfit("the arguments are too long");
    return written;
  }

  private static Optional<Value> value(BodyDecl body, Bindings input) {
    return switch (body) {
      case BodyDecl.Leaf(var template) -> Rendering.value(template, input);
      case BodyDecl.Constant(var constant) -> Optional.of(constant);
      case BodyDecl.Elements(var elements) ->
          Optional.of(
              new Value.Items(
                  elements.stream().flatMap(element -> value(element, input).stream()).toList()));
      case BodyDecl.Members(var members) -> {
        var fields = new LinkedHashMap<String, Value>();
        for (Member member : members) {
          value(member.value(), input).ifPresent(v -> fields.put(member.name().value(), v));
        }
        yield Optional.of(new Value.Fields(fields));
      }
    };
  }
}
