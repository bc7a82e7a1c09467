package callflow.connector.operation;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.value.ConnectorName;
import java.util.ArrayList;
import java.util.List;

/// Looks up what a connector file refers to, and remembers what isn't there.
public final class Settings {
  private final ConnectorName connector;
  private final Secrets secrets;
  private final List<Diagnostic> missing = new ArrayList<>();

  public Settings(ConnectorName connector, Secrets secrets) {
    this.connector = connector;
    this.secrets = secrets;
  }

  /// The value of a literal or of an environment variable; empty text, and a finding, when the
  /// variable isn't set or can't be sent as it is.
  public Secret read(Located<String> written) {
    return Setting.variable(written.value())
        .map(name -> secret(name, written))
        .orElseGet(() -> new Secret(written.value()));
  }

  private Secret secret(String name, Located<String> written) {
    String value = secrets.value(name).orElse("");
    if (value.isBlank()) {
      report(
          written,
          "`"
              + connector
              + "` needs the environment variable `"
              + name
              + "`, which is"
              + " not set",
          "set `" + name + "` where callflow is started");
    } else if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      report(
          written,
          "the environment variable `"
              + name
              + "` of `"
              + connector
              + "` holds a line"
              + " break or another control character",
          "set `" + name + "` without a line break at its" + " end");
    }
    return new Secret(value);
  }

  private void report(Located<String> written, String message, String hint) {
    missing.add(Diagnostic.of(Rule.MISSING_SECRET, written.span(), message).withHint(hint));
  }

  /// One finding for each reference that could not be used.
  public List<Diagnostic> missing() {
    return List.copyOf(missing);
  }
}
