package callflow.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import callflow.connector.operation.Secret;
import callflow.connector.operation.Settings;
import callflow.syntax.ConnectorFile.AuthDecl;
import java.util.Base64;
import java.util.Optional;

/// How a connector signs in.
///
/// @param authorization the header's value
/// @param source what the author wrote for it, for messages: `env:BILLING_TOKEN`
record Credentials(Optional<Secret> authorization, String source) {

  static Credentials of(AuthDecl auth, Settings settings) {
    return switch (auth) {
      case AuthDecl.None _ -> new Credentials(Optional.empty(), "");
      case AuthDecl.Bearer(var token) ->
          new Credentials(
              Optional.of(new Secret("Bearer " + settings.read(token).reveal())), token.value());
      case AuthDecl.Basic(var user, var password) -> {
        String both = settings.read(user).reveal() + ":" + settings.read(password).reveal();
        String encoded = Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
        yield new Credentials(Optional.of(new Secret("Basic " + encoded)), password.value());
      }
    };
  }

  /// A sentence for whoever runs the system, when the other side doesn't accept us.
  String remedy() {
    return source.isEmpty() ? "the connector has no `auth:`" : "check `" + source + "`";
  }
}
