package callflow.connector.operation;

import java.util.Optional;

/// Where the values of `env:NAME` come from; the application brings it.
@FunctionalInterface
public interface Secrets {
  /// The value of an environment variable; empty when it isn't set.
  Optional<String> value(String name);
}
