package callflow.connector.http;

import callflow.connector.operation.Names;
import callflow.connector.operation.Setting;
import callflow.connector.operation.TemplateCheck;
import callflow.connector.operation.Templates;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.expression.Expression;
import callflow.expression.Template;
import callflow.source.Span;
import callflow.syntax.ConnectorFile.BodyDecl;
import callflow.syntax.ConnectorFile.FieldDecl;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ConnectorFile.Request.HttpRequest;
import callflow.syntax.ToolDecl.ArgumentDecl;
import callflow.value.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Everything that can be wrong with one operation's `request:`.
final class RequestCheck {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /// Characters that may stand in a path as they are.
  ///
  /// @see "RFC 3986, section 3.3"
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*");

  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

  /// Headers we write ourselves, or that decide how a message is cut.
  private static final Set<String> OURS =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "idempotency-key",
          "transfer-encoding",
          "upgrade");

  private static final Pattern SECRET =
      Pattern.compile(".*(key|token|secret|password|auth|cookie).*");

  private final OperationDecl operation;
  private final HttpRequest request;
  private final List<Diagnostic> found = new ArrayList<>();

  RequestCheck(OperationDecl operation, HttpRequest request) {
    this.operation = operation;
    this.request = request;
  }

  List<Diagnostic> check() {
    method();
    path();
    request.headers().forEach(this::header);
    var names = TemplateCheck.ofRequest(operation);
    templates(request).forEach(template -> found.addAll(names.check(template)));
    return found;
  }

  /// All templates of a request, in the order they are written.
  static List<Template> templates(HttpRequest request) {
    return Stream.of(
            Stream.of(request.path()),
            request.query().stream().map(ArgumentDecl::value),
            request.headers().stream().map(ArgumentDecl::value),
            request.body().stream().flatMap(RequestCheck::leaves))
        .flatMap(templates -> templates)
        .toList();
  }

  private static Stream<Template> leaves(BodyDecl body) {
    return switch (body) {
      case BodyDecl.Leaf(var template) -> Stream.of(template);
      case BodyDecl.Members(var members) ->
          members.stream().flatMap(member -> leaves(member.value()));
      case BodyDecl.Elements(var items) -> items.stream().flatMap(RequestCheck::leaves);
      case BodyDecl.Constant _ -> Stream.empty();
    };
  }

  private void method() {
    String method = request.method().value();
    Span place = request.method().span();
    if (!METHODS.contains(method)) {
      bad(place, "there is no method `" + method + "`", "write GET, POST, PUT, PATCH or DELETE");
    } else if (method.equals("GET")) {
      if (request.body().isPresent()) {
        bad(place, "a GET sends no `body`", "put the values under `query:`, or write POST");
      }
      if (operation.effect().value() != Effect.READS) {
        bad(
            place,
            "a GET may be repeated on its way, but `%s` is declared `effect: %s`"
                .formatted(operation.name().value(), operation.effect().value().word()),
            "write POST, or `effect: reads` if it only looks something up");
      }
    }
  }

  private void path() {
    Template path = request.path();
    String written = Templates.written(path, "x");
    if (!written.startsWith("/") || startsWithHole(path)) {
      bad(path.span(), "`path` needs to start with `/`", "write `path: /customers/…`");
    } else if (written.contains("?") || written.contains("#")) {
      bad(path.span(), "`path` has a `?` or `#`", "put query values under `query:`");
    } else if (!PATH.matcher(written).matches() || written.contains("/../")) {
      bad(
          path.span(),
          "`path` has a character that can't stand in an address",
          "use letters, figures, `-`, `_`, `.` and `/`; others as %XX");
    }
    Names.of(path).forEach(this::inPath);
  }

  private static boolean startsWithHole(Template path) {
    return !path.parts().isEmpty() && path.parts().getFirst() instanceof Template.Part.Hole;
  }

  /// `/orders/` without the order's number would ask for all orders.
  private void inPath(Expression.Name name) {
    operation.input().stream()
        .filter(field -> field.name().value().equals(name.name()) && !field.required())
        .map(FieldDecl::name)
        .forEach(input ->
            found.add(
                Diagnostic.of(
                        Rule.BAD_CONNECTOR,
                        name.span(),
                        "`path` needs `" + input.value() + "`, which may be missing")
                    .withRelated(input.span(), "`required: no` stands here")
                    .withHint("make it required, or send it under `query:`")));
  }

  private void header(ArgumentDecl header) {
    String name = header.name().value();
    String word = name.toLowerCase(Locale.ROOT);
    String written = Templates.written(header.value(), "");
    Span place = header.name().span();
    if (!HEADER.matcher(name).matches()) {
      bad(place, "`" + name + "` can't be the name of a header", "use letters, figures and `-`");
    } else if (OURS.contains(word)) {
      bad(place, "the header `" + name + "` is written by callflow", ours(word));
    } else if (!written.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      bad(
          header.value().span(),
          "the header `" + name + "` has characters a header can't carry",
          "use plain letters on one line");
    } else if (Setting.broken(written)) {
      bad(
          header.value().span(),
          "`env:` needs the name of an environment variable after it",
          "write it as `env:SHOP_KEY`, with nothing before or behind");
    } else if (SECRET.matcher(word).matches() && literal(header.value(), written)) {
      found.add(
          Diagnostic.of(
                  Rule.SECRET_LITERAL,
                  header.value().span(),
                  "the header `" + name + "` must not have its secret in the file")
              .withHint("put it into an environment variable and write `" + name + ": env:NAME`"));
    }
  }

  private static boolean literal(Template value, String written) {
    return Templates.literal(value) && Setting.variable(written).isEmpty();
  }

  private static String ours(String header) {
    return switch (header) {
      case "authorization" -> "write `auth:` at the top of the file";
      case "idempotency-key" -> "remove it; writing operations always carry one";
      default -> "remove it";
    };
  }

  private void bad(Span place, String message, String hint) {
    found.add(Diagnostic.of(Rule.BAD_CONNECTOR, place, message).withHint(hint));
  }
}
