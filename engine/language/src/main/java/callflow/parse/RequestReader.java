package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.expression.Template;
import callflow.parse.Node.Style;
import callflow.source.Located;
import callflow.syntax.ConnectorFile.BodyDecl;
import callflow.syntax.ConnectorFile.Member;
import callflow.syntax.ConnectorFile.Request;
import callflow.syntax.ToolDecl.ArgumentDecl;
import callflow.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What an operation sends: an HTTP request or a statement.
final class RequestReader {
  private static final int MAX_ROWS = 1000;
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private RequestReader() {}

  static Optional<Request> http(Slot slot) {
    return slot.fields("`request`", "`request: { method: GET, path: /accounts }`")
        .flatMap(map -> {
          var method = map.need("method", "`method: GET`").flatMap(each -> each.oneOf(METHODS));
          var path = map.need("path", "`path: /accounts`").flatMap(Slot::template);
          var query = map.take("query").map(ToolReader::arguments).orElse(List.of());
          var headers = map.take("headers").map(RequestReader::headers).orElse(List.of());
          var body = map.take("body").flatMap(RequestReader::body);
          map.close();
          return method.flatMap(word ->
              path.map(
                  where -> new Request.HttpRequest(word, where, query, headers, body, map.span())));
        });
  }

  private static List<ArgumentDecl> headers(Slot slot) {
    List<ArgumentDecl> headers = ToolReader.arguments(slot);
    for (ArgumentDecl header : headers) {
      boolean account =
          header
              .name()
              .value()
              .toLowerCase(Locale.ROOT)
              .matches("authorization|.*api-?key|.*token");
      if (!account || !header.value().holes().isEmpty() || reference(header)) continue;
      slot.findings()
          .add(
              Rule.SECRET_LITERAL,
              header.value().span(),
              "the header `" + header.name().value() + "` is written here in clear text",
              "put it into an environment variable and write `env:NAME`, or use `auth:` of the"
                  + " connector");
    }
    return headers;
  }

  private static boolean reference(ArgumentDecl header) {
    return header.value().parts().stream()
        .allMatch(part ->
            part instanceof Template.Part.Words(var words)
                && words.matches("env:[A-Za-z_][A-Za-z0-9_]*"));
  }

  private static Optional<BodyDecl> body(Slot slot) {
    return switch (slot.node()) {
      case Node.Mapping _ ->
          Optional.of(
              new BodyDecl.Members(
                  slot.entries("keys with values").stream()
                      .flatMap(entry -> member(entry).stream())
                      .toList()));
      case Node.Sequence _ ->
          Optional.of(
              new BodyDecl.Elements(
                  slot.oneOrMore().stream().flatMap(item -> body(item).stream()).toList()));
      case Node.Scalar(var text, var style, _)
          when style == Style.PLAIN && !slot.node().isEmpty() ->
          switch (UntypedValues.plain(text.value())) {
            case Value.Text _ -> slot.template().map(BodyDecl.Leaf::new);
            case Value constant -> Optional.of(new BodyDecl.Constant(constant));
          };
      case Node.Scalar _, Node.Refused _ -> slot.template().map(BodyDecl.Leaf::new);
    };
  }

  private static Optional<Member> member(Keyed entry) {
    Optional<Located<String>> name = entry.word();
    return body(entry.value()).flatMap(value -> name.map(known -> new Member(known, value)));
  }

  /// The keys `sql` and `rows` of an operation.
  static Optional<Request> statement(MapReader map) {
    var sql = map.take("sql").flatMap(slot -> slot.word("a statement"));
    var rows =
        map.take("rows")
            .flatMap(slot -> slot.fields("`rows`", "`rows: { max: 1 }`"))
            .flatMap(inner -> {
              var max =
                  inner
                      .need("max", "`max:` and a number")
                      .flatMap(each -> each.integer(1, MAX_ROWS));
              inner.close();
              return max;
            });
    return sql.map(statement -> new Request.Statement(statement, rows, statement.span()));
  }
}
