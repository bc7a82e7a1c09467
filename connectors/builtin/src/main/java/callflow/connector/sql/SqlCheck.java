package callflow.connector.sql;

import callflow.connector.operation.OperationCheck;
import callflow.connector.operation.Setting;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ConnectorFile.Backend;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ConnectorFile.Request;
import callflow.value.Type;
import callflow.value.Types;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Everything that can be wrong with a connector of kind `sql`, found without a database.
public final class SqlCheck {
  private static final Pattern SHOWS_PASSWORD =
      Pattern.compile("(?i).*([;?&](password|pwd|pass)=|//[^/@]*:[^/@]*@).*");

  private static final OperationCheck OPERATION =
      new OperationCheck(
          parts(),
          condition -> condition.equals(SqlOperation.NONE) || condition.matches("[0-9A-Z]{5}"),
          "`none`, or a SQLSTATE such as `23505`");

  private SqlCheck() {}

  private static SequencedMap<String, Type> parts() {
    var parts = new LinkedHashMap<String, Type>();
    parts.put("row", Type.Struct.OPEN);
    parts.put("rows", new Type.ListOf(Type.Struct.OPEN));
    parts.put("updated", Types.NUMBER);
    return parts;
  }

  public static List<Diagnostic> check(Backend.Sql backend, List<OperationDecl> operations) {
    var found = new ArrayList<Diagnostic>();
    found.addAll(url(backend.url()));
    backend.user().ifPresent(user -> found.addAll(reference(user)));
    backend.password().ifPresent(password -> found.addAll(password(password)));
    backend.timeout().ifPresent(timeout -> found.addAll(OperationCheck.timeout(timeout)));
    for (OperationDecl operation : operations) {
      operation.request().ifPresent(request -> found.addAll(request(operation, request)));
      found.addAll(OPERATION.check(operation, StatementCheck.used(operation)));
    }
    return found;
  }

  private static List<Diagnostic> url(Located<String> url) {
    String text = url.value();
    if (Setting.variable(text).isPresent()) return List.of();
    if (Setting.broken(text)) return reference(url);
    if (text.contains("${")) {
      return List.of(
          bad(
              url,
              "`url` can't be put together from values: which database is asked is not up to a"
                  + " caller",
              "write the address, or `env:NAME` for one per deployment"));
    }
    if (SHOWS_PASSWORD.matcher(text).matches()) {
      return List.of(
          Diagnostic.of(Rule.SECRET_LITERAL, url.span(), "`url` holds a password")
              .withHint("write `password: env:NAME` instead"));
    }
    return text.startsWith("jdbc:")
        ? List.of()
        : List.of(bad(url, "`url` needs to start with `jdbc:`", "write `url: jdbc:h2:…`"));
  }

  private static List<Diagnostic> password(Located<String> password) {
    if (!Setting.literal(password) || Setting.broken(password.value())) return reference(password);
    return List.of(
        Diagnostic.of(Rule.SECRET_LITERAL, password.span(), "`password` must not stand in the file")
            .withHint("put it into an environment variable and write `password: env:NAME`"));
  }

  private static List<Diagnostic> reference(Located<String> written) {
    return Setting.broken(written.value())
        ? List.of(
            bad(
                written,
                "`env:` needs the name of an environment variable after it",
                "use letters, figures and `_`, such as `env:CRM_PASSWORD`"))
        : List.of();
  }

  private static List<Diagnostic> request(OperationDecl operation, Request request) {
    return switch (request) {
      case Request.Statement statement -> new StatementCheck(operation, statement).check();
      case Request.HttpRequest http ->
          List.of(
              Diagnostic.of(
                      Rule.BAD_CONNECTOR,
                      http.span(),
                      "`%s` has `request:`, but the connector asks a database"
                          .formatted(operation.name().value()))
                  .withHint("write `sql:`, or `kind: http` for a web service"));
    };
  }

  /// A finding when no driver on the class path knows the URL, whose text is kept out of it.
  static Optional<Diagnostic> driver(Backend.Sql backend, String url) {
    try {
      DriverManager.getDriver(url);
      return Optional.empty();
    } catch (SQLException _) {
      return Optional.of(
          bad(
              backend.url(),
              "there is no database driver for `url`",
              "put the driver's jar into `lib/`, and compare the start of the URL with its"
                  + " manual"));
    }
  }

  private static Diagnostic bad(Located<String> written, String message, String hint) {
    return Diagnostic.of(Rule.BAD_CONNECTOR, written.span(), message).withHint(hint);
  }
}
