package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.expression.Template;
import callflow.source.Located;
import callflow.syntax.ConnectorFile.ErrorDecl;
import callflow.syntax.ConnectorFile.FieldDecl;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ConnectorFile.Request;
import callflow.value.Type;
import java.util.List;
import java.util.Optional;

/// One entry of `operations:` of a connector.
final class OperationReader {
  static final String EXAMPLE = "`operations:` and below it a name with `effect:` and `request:`";

  private OperationReader() {}

  /// @param kind `http` or `sql`; empty when nobody knows, and nothing is said about its request
  static Optional<OperationDecl> read(Keyed entry, Optional<String> kind) {
    var name = entry.name(word -> word);
    String owner = "the operation `" + entry.value().name() + "`";
    return entry
        .value()
        .fields(owner, "`effect:` and `request:` below it")
        .flatMap(map -> {
          var describe = map.take("describe").flatMap(Slot::sentence);
          var effect =
              map.need("effect", "`effect: reads`, `writes` or `irreversible`")
                  .flatMap(ToolReader::effect);
          var input = map.take("input").map(OperationReader::input).orElse(List.of());
          var output = map.take("output").map(OperationReader::output).orElse(List.of());
          var timeout = map.take("timeout").flatMap(Slot::duration);
          boolean honoursKey = map.flag("honours_key", false);
          var errors = map.take("errors").map(OperationReader::errors).orElse(List.of());
          var request = request(map, kind);
          var mock = map.take("mock").map(ReplyReader::replies).orElse(List.of());
          map.close();
          return name.flatMap(operation ->
              effect.map(known ->
                  new OperationDecl(
                      operation,
                      describe,
                      known,
                      input,
                      output,
                      timeout,
                      honoursKey,
                      errors,
                      request,
                      mock)));
        });
  }

  private static Optional<Request> request(MapReader map, Optional<String> kind) {
    if (kind.isEmpty()) {
      map.ignore(List.of("request", "sql", "rows"));
      return Optional.empty();
    }
    return kind.get().equals("sql")
        ? RequestReader.statement(map)
        : map.take("request").flatMap(RequestReader::http);
  }

  private static List<FieldDecl> input(Slot slot) {
    return slot.entries("`input: { account: { type: text } }`").stream()
        .flatMap(entry -> field(entry, false).stream())
        .toList();
  }

  private static List<FieldDecl> output(Slot slot) {
    return slot.entries("`output: { balance: { type: number } }`").stream()
        .flatMap(entry -> field(entry, true).stream())
        .toList();
  }

  private static Optional<FieldDecl> field(Keyed entry, boolean ofResult) {
    Optional<Located<String>> name = entry.word();
    Slot value = entry.value();
    if (!value.isMapping()) {
      return name.flatMap(known -> TypeReader.word(value).map(type -> plain(known, type)));
    }
    return value
        .fields("the field `" + value.name() + "`", "`{ type: text }`")
        .flatMap(map -> {
          boolean required = map.flag("required", true);
          boolean sensitive = map.flag("sensitive", false);
          var describe = map.take("describe").flatMap(Slot::sentence);
          Optional<Template> from =
              ofResult ? map.take("from").flatMap(Slot::template) : Optional.empty();
          var type = TypeReader.read(map);
          map.close();
          return name.flatMap(known ->
              type.map(found -> new FieldDecl(known, found, required, sensitive, describe, from)));
        });
  }

  private static FieldDecl plain(Located<String> name, Located<Type> type) {
    return new FieldDecl(name, type, true, false, Optional.empty(), Optional.empty());
  }

  private static List<ErrorDecl> errors(Slot slot) {
    return slot.entries("`errors: { 404: not_found }`").stream()
        .flatMap(entry ->
            entry.word().stream()
                .flatMap(
                    when -> code(entry.value()).stream().map(code -> new ErrorDecl(when, code))))
        .toList();
  }

  private static Optional<Located<String>> code(Slot slot) {
    return slot.word("an error code such as `not_found`")
        .filter(word -> {
          if (word.value().matches("[a-z][a-z0-9_]{0,63}")) return true;
          slot.findings()
              .add(
                  Rule.BAD_NAME,
                  word.span(),
                  Quoted.of(word.value()) + " can't be an error code",
                  "write small letters, digits and `_`, such as `not_found`");
          return false;
        });
  }
}
