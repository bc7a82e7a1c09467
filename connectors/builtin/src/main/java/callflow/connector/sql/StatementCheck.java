package callflow.connector.sql;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.ConnectorFile.FieldDecl;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ConnectorFile.Request;
import callflow.value.Effect;
import callflow.value.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Everything that can be wrong with one operation's `sql:`.
final class StatementCheck {
  private static final Set<String> LOOKING = Set.of("select", "with");
  private static final Set<String> CHANGING =
      Set.of(
          "insert",
          "update",
          "delete",
          "merge",
          "truncate",
          "drop",
          "alter",
          "create",
          "call",
          "grant");

  private final OperationDecl operation;
  private final Request.Statement statement;
  private final Span place;
  private final List<Diagnostic> found = new ArrayList<>();

  StatementCheck(OperationDecl operation, Request.Statement statement) {
    this.operation = operation;
    this.statement = statement;
    this.place = statement.sql().span();
  }

  /// The inputs an operation's statement uses; all of them where it is wrong as a whole.
  static Collection<String> used(OperationDecl operation) {
    return switch (operation.request().orElse(null)) {
      case Request.Statement statement when !pasted(statement) ->
          NamedSql.of(statement.sql().value()).names();
      case Request.Statement _, Request.HttpRequest _ ->
          operation.input().stream().map(field -> field.name().value()).toList();
      case null -> List.of();
    };
  }

  private static boolean pasted(Request.Statement statement) {
    return statement.sql().value().contains("${");
  }

  List<Diagnostic> check() {
    statement.maxRows().ifPresent(this::rows);
    operation.input().forEach(this::bindable);
    if (pasted(statement)) {
      unsafe("`sql` must not be put together from values", "write `:name` for each input");
      return found;
    }
    var sql = NamedSql.of(statement.sql().value());
    if (sql.jdbc().isEmpty()) {
      bad(place, "`sql` is empty", "write a statement, such as `select … where id = :id`");
      return found;
    }
    sql.flaw().ifPresent(flaw -> unsafe("the statement " + flaw, "write one plain statement"));
    if (operation.effect().value() == Effect.READS) looks(sql);
    sql.names().stream().distinct().forEach(this::declared);
    return found;
  }

  private void rows(Located<Integer> max) {
    if (max.value() >= 1 && max.value() <= SqlOperation.MAX_ROWS) return;
    found.add(
        Diagnostic.of(
            Rule.BAD_RANGE,
            max.span(),
            "`max` needs to be 1 to %d rows and is %d"
                .formatted(SqlOperation.MAX_ROWS, max.value())));
  }

  private void bindable(FieldDecl input) {
    switch (input.type().value()) {
      case Type.ListOf _, Type.Struct _, Type.Person _, Type.Address _, Type.Any _ ->
          bad(
              input.type().span(),
              "the input `%s` is a %s, which can't be a parameter of a statement"
                  .formatted(input.name().value(), input.type().value().word()),
              "use a plain type such as `text`, `integer` or `date`");
      case Type.Text _,
          Type.Digits _,
          Type.Whole _,
          Type.Decimal _,
          Type.Money _,
          Type.Bool _,
          Type.Date _,
          Type.Time _,
          Type.DateTime _,
          Type.Phone _,
          Type.Email _,
          Type.Code _,
          Type.Iban _,
          Type.Choice _ -> {}
    }
  }

  private void looks(NamedSql sql) {
    String first = sql.words().isEmpty() ? "" : sql.words().getFirst();
    if (!LOOKING.contains(first)) {
      unsafe(
          "`%s` is declared `effect: reads`, but its statement starts with `%s`"
              .formatted(operation.name().value(), first),
          "write a `select`, or declare `effect: writes`");
    } else if (first.equals("with")) {
      sql.words().stream()
          .filter(CHANGING::contains)
          .findFirst()
          .ifPresent(word ->
              unsafe(
                  "`%s` is declared `effect: reads`, but its statement has `%s` in it"
                      .formatted(operation.name().value(), word),
                  "look up only, or declare `effect: writes`"));
    }
  }

  private void declared(String name) {
    var inputs = operation.input().stream().map(field -> field.name().value()).toList();
    if (inputs.contains(name)) return;
    found.add(
        Diagnostic.of(
                Rule.UNKNOWN_ARGUMENT,
                place,
                "the statement uses `:%s`, but `%s` has no such input"
                    .formatted(name, operation.name().value()))
            .withSuggestions(Nearest.of(name, inputs))
            .withHint("declare `" + name + "` under `input:`"));
  }

  private void unsafe(String message, String hint) {
    found.add(Diagnostic.of(Rule.SQL_UNSAFE, place, message).withHint(hint));
  }

  private void bad(Span where, String message, String hint) {
    found.add(Diagnostic.of(Rule.BAD_CONNECTOR, where, message).withHint(hint));
  }
}
