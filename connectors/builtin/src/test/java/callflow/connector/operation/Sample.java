package callflow.connector.operation;

import callflow.connector.Connector;
import callflow.connector.Invocation;
import callflow.diagnostic.Checked;
import callflow.expression.Expressions;
import callflow.expression.Template;
import callflow.source.Located;
import callflow.source.Span;
import callflow.source.Written;
import callflow.syntax.ConnectorFile;
import callflow.syntax.ConnectorFile.AuthDecl;
import callflow.syntax.ConnectorFile.Backend;
import callflow.syntax.ConnectorFile.BodyDecl;
import callflow.syntax.ConnectorFile.Member;
import callflow.value.ConnectorName;
import callflow.value.Type;
import callflow.value.Value;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Pieces of connector files and requests for tests.
public final class Sample {
  public static final Span PLACE = new Span("billing.connector.yaml", 1, 1, 1, 2);

  /// A secret that must never come out anywhere.
  public static final String CANARY = "canary-5f3759df";

  public static final Secrets SECRETS =
      name -> name.equals("CANARY") ? Optional.of(CANARY) : Optional.empty();

  /// Long enough for anything that answers at all.
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Short enough for a test that waits until it is over.
  public static final Duration IMPATIENCE = Duration.ofMillis(300);

  public static final AuthDecl BEARER = new AuthDecl.Bearer(at("env:CANARY"));

  public static final Type EUROS = new Type.Money("EUR", Optional.empty(), Optional.empty());

  private Sample() {}

  public static <T> Located<T> at(T value) {
    return new Located<>(value, PLACE);
  }

  public static Template template(String text) {
    return whole(Expressions.template(Written.plain(text, PLACE)));
  }

  public static ConnectorFile http(String baseUrl, AnOperation... operations) {
    return http(new Backend.Http(at(baseUrl), BEARER, Optional.empty(), true), operations);
  }

  public static ConnectorFile http(Backend.Http backend, AnOperation... operations) {
    return file(backend, operations);
  }

  public static ConnectorFile sql(String url, AnOperation... operations) {
    return file(
        new Backend.Sql(
            at(url), Optional.of(at("sa")), Optional.of(at("env:CANARY")), Optional.empty()),
        operations);
  }

  public static ConnectorFile file(Backend backend, AnOperation... operations) {
    return new ConnectorFile(
        at(new ConnectorName("billing")),
        backend,
        Arrays.stream(operations).map(AnOperation::written).toList());
  }

  /// The value of a stage that must have passed.
  public static <T> T whole(Checked<T> checked) {
    return switch (checked) {
      case Checked.Passed<T>(var value, _) -> value;
      case Checked.Failed<T>(var found) -> throw new AssertionError(found.toString());
    };
  }

  public static BodyDecl members(String name, BodyDecl value) {
    return new BodyDecl.Members(List.of(new Member(at(name), value)));
  }

  public static BodyDecl leaf(String text) {
    return new BodyDecl.Leaf(template(text));
  }

  public static Value.Fields fields(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Value>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return new Value.Fields(fields);
  }

  private static Value value(Object plain) {
    return switch (plain) {
      case Value value -> value;
      case Integer number -> Value.Decimal.of(number);
      case java.math.BigDecimal number -> new Value.Decimal(number);
      case Boolean bool -> new Value.Bool(bool);
      default -> new Value.Text(plain.toString());
    };
  }

  public static Invocation invocation(
      String operation, Duration patience, Object... namesAndValues) {
    return new Invocation(operation, fields(namesAndValues), "key-1", patience);
  }

  /// Asks with all the time in the world.
  public static callflow.value.ToolResult ask(
      Connector connector, String operation, Object... namesAndValues) throws InterruptedException {
    return connector.invoke(invocation(operation, PATIENCE, namesAndValues));
  }
}
