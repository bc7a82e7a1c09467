package callflow.connector.http;

import callflow.connector.operation.Names;
import callflow.connector.operation.OperationCheck;
import callflow.connector.operation.Setting;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ConnectorFile.AuthDecl;
import callflow.syntax.ConnectorFile.Backend;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ConnectorFile.Request;
import callflow.value.Type;
import callflow.value.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that can be wrong with a connector of kind `http`, found without a network.
public final class HttpCheck {
  private static final OperationCheck OPERATION =
      new OperationCheck(
          parts(), status -> status.matches("[345][0-9][0-9]"), "a status such as `404`");

  private HttpCheck() {}

  private static SequencedMap<String, Type> parts() {
    var parts = new LinkedHashMap<String, Type>();
    parts.put("body", Types.ANY);
    return parts;
  }

  public static List<Diagnostic> check(Backend.Http backend, List<OperationDecl> operations) {
    var found = new ArrayList<Diagnostic>();
    baseUrl(backend).ifPresent(found::add);
    found.addAll(auth(backend.auth()));
    backend.timeout().ifPresent(timeout -> found.addAll(OperationCheck.timeout(timeout)));
    for (OperationDecl operation : operations) {
      operation.request().ifPresent(request -> found.addAll(request(operation, request)));
      found.addAll(OPERATION.check(operation, used(operation)));
    }
    return found;
  }

  private static Optional<Diagnostic> baseUrl(Backend.Http backend) {
    Located<String> url = backend.baseUrl();
    if (Setting.variable(url.value()).isPresent()) return Optional.empty();
    if (Setting.broken(url.value())) return Optional.of(brokenReference(url));
    if (url.value().contains("${")) {
      return Optional.of(
          Diagnostic.of(
                  Rule.BAD_CONNECTOR,
                  url.span(),
                  "`base_url` can't be put together from values: where requests go is not up to a"
                      + " caller")
              .withHint("write the address, or `env:NAME` for one per deployment"));
    }
    return switch (BaseUrl.read(url.value(), backend.allowPrivate())) {
      case BaseUrl.Read.Good _ -> Optional.empty();
      case BaseUrl.Read bad -> Optional.of(baseUrl(backend, bad));
    };
  }

  /// What is wrong with a base URL; its value isn't shown, for it may come from the environment.
  static Diagnostic baseUrl(Backend.Http backend, BaseUrl.Read read) {
    var place = backend.baseUrl().span();
    return switch (read) {
      case BaseUrl.Read.Good _ -> throw new IllegalArgumentException("nothing is wrong with it");
      case BaseUrl.Read.ShowsCredentials _ ->
          Diagnostic.of(Rule.SECRET_LITERAL, place, "`base_url` holds a user or a password")
              .withHint("write `auth: { kind: basic, user: …, password: env:NAME }` instead");
      case BaseUrl.Read.Unusable(var reason, var hint) -> {
        var finding = Diagnostic.of(Rule.BAD_CONNECTOR, place, "`base_url` " + reason);
        yield hint.map(finding::withHint).orElse(finding);
      }
    };
  }

  private static List<Diagnostic> auth(AuthDecl auth) {
    return switch (auth) {
      case AuthDecl.None _ -> List.of();
      case AuthDecl.Bearer(var token) -> secret("token", token);
      case AuthDecl.Basic(var user, var password) -> {
        var found = new ArrayList<>(secret("password", password));
        if (Setting.broken(user.value())) found.add(brokenReference(user));
        yield found;
      }
    };
  }

  private static List<Diagnostic> secret(String key, Located<String> written) {
    if (!Setting.literal(written)) return List.of();
    if (Setting.broken(written.value())) return List.of(brokenReference(written));
    return List.of(
        Diagnostic.of(
                Rule.SECRET_LITERAL, written.span(), "`" + key + "` must not stand in the file")
            .withHint("put it into an environment variable and write `" + key + ": env:NAME`"));
  }

  private static Diagnostic brokenReference(Located<String> written) {
    return Diagnostic.of(
            Rule.BAD_CONNECTOR,
            written.span(),
            "`env:` needs the name of an environment variable after it")
        .withHint("use letters, figures and `_`, such as `env:BILLING_TOKEN`");
  }

  private static List<Diagnostic> request(OperationDecl operation, Request request) {
    return switch (request) {
      case Request.HttpRequest http -> new RequestCheck(operation, http).check();
      case Request.Statement statement ->
          List.of(
              Diagnostic.of(
                      Rule.BAD_CONNECTOR,
                      statement.span(),
                      "`"
                          + operation.name().value()
                          + "` has `sql:`, but the connector speaks http")
                  .withHint("write `request:`, or `kind: sql` for a database"));
    };
  }

  private static Collection<String> used(OperationDecl operation) {
    return switch (operation.request().orElse(null)) {
      case Request.HttpRequest http ->
          RequestCheck.templates(http).stream()
              .flatMap(template -> Names.of(template).stream())
              .map(name -> name.name())
              .collect(Collectors.toSet());
      case Request.Statement _ -> inputs(operation);
      case null -> Set.of();
    };
  }

  private static Collection<String> inputs(OperationDecl operation) {
    return operation.input().stream().map(field -> field.name().value()).toList();
  }
}
