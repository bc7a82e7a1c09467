package callflow.connector.operation;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ConnectorFile.ErrorDecl;
import callflow.syntax.ConnectorFile.FieldDecl;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.value.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What has to be right about an operation whatever the wire.
///
/// @param parts what the `from:` of an output field may read, and of which type it is
/// @param condition whether `errors:` may name such a condition
/// @param conditions what conditions there are, for messages
public record OperationCheck(
    SequencedMap<String, Type> parts, Predicate<String> condition, String conditions) {
  /// Outcomes that have names of their own already: `fail: timeout` and `tool.denied` would be
  /// ambiguous.
  private static final Set<String> TAKEN =
      Set.of(
          "timeout",
          "unreachable",
          "busy",
          "bad_answer",
          "failed",
          "unknown",
          "denied",
          "declined");

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,49}");

  public List<Diagnostic> check(OperationDecl operation, Collection<String> used) {
    var found = new ArrayList<Diagnostic>();
    operation.timeout().ifPresent(timeout -> found.addAll(timeout(timeout)));
    found.addAll(fields(operation.input()));
    found.addAll(fields(operation.output()));
    var answer = TemplateCheck.ofAnswer(operation, parts);
    for (FieldDecl field : operation.output()) {
      field.from().ifPresent(template -> found.addAll(answer.check(template)));
    }
    for (FieldDecl field : operation.input()) {
      field.from().ifPresent(from -> found.add(misplacedFrom(field, from.span())));
    }
    operation.errors().forEach(error -> found.addAll(error(error)));
    if (operation.request().isPresent()) found.addAll(unused(operation, used));
    if (operation.request().isEmpty() && operation.mock().isEmpty()) found.add(idle(operation));
    return found;
  }

  /// A waiting time nobody would sit through, or none at all.
  public static List<Diagnostic> timeout(Located<Duration> timeout) {
    Duration value = timeout.value();
    boolean fits = value.isPositive() && value.compareTo(Deadline.LONGEST) <= 0;
    if (fits) return List.of();
    return List.of(
        Diagnostic.of(
                Rule.BAD_RANGE,
                timeout.span(),
                "`timeout` needs to be more than nothing and at most "
                    + Deadline.LONGEST.toMinutes()
                    + "m")
            .withHint("callers rarely wait longer than 8s"));
  }

  private static List<Diagnostic> fields(List<FieldDecl> fields) {
    return fields.stream().flatMap(field -> TypeCheck.check(field.type()).stream()).toList();
  }

  private static Diagnostic misplacedFrom(FieldDecl field, callflow.source.Span place) {
    return Diagnostic.of(
            Rule.BAD_CONNECTOR,
            place,
            "the input `" + field.name().value() + "` comes from the flow and needs no `from`")
        .withHint("remove `from:`");
  }

  private List<Diagnostic> error(ErrorDecl error) {
    var found = new ArrayList<Diagnostic>();
    String when = error.when().value();
    if (!condition.test(when)) {
      found.add(
          Diagnostic.of(
                  Rule.BAD_CONNECTOR,
                  error.when().span(),
                  "`errors` knows no condition `" + when + "`")
              .withHint("write " + conditions));
    }
    String code = error.code().value();
    if (!CODE.matcher(code).matches()) {
      found.add(
          Diagnostic.of(
                  Rule.BAD_NAME,
                  error.code().span(),
                  "the error code `" + code + "` needs to be a plain word such as `not_found`")
              .withHint("use small letters, figures and `_`"));
    } else if (TAKEN.contains(code)) {
      found.add(
          Diagnostic.of(
                  Rule.RESERVED_NAME,
                  error.code().span(),
                  "`" + code + "` is an outcome every tool has, not an error code")
              .withHint("choose another word, such as `too_late`"));
    }
    return found;
  }

  /// Inputs that are sent nowhere; nothing is said while what is sent has a misspelled name, for
  /// that may be the missing one.
  private static List<Diagnostic> unused(OperationDecl operation, Collection<String> used) {
    var inputs = operation.input().stream().map(FieldDecl::name).toList();
    boolean misspelled = !inputs.stream().map(Located::value).toList().containsAll(used);
    if (misspelled) return List.of();
    return inputs.stream()
        .filter(name -> !used.contains(name.value()))
        .map(name ->
            Diagnostic.of(
                    Rule.BAD_CONNECTOR,
                    name.span(),
                    "the input `%s` of `%s` is sent nowhere"
                        .formatted(name.value(), operation.name().value()))
                .withHint("use it in what is sent, or remove it"))
        .toList();
  }

  private static Diagnostic idle(OperationDecl operation) {
    return Diagnostic.of(
            Rule.BAD_CONNECTOR,
            operation.name().span(),
            "`" + operation.name().value() + "` neither sends anything nor has a `mock:`")
        .withHint("add `request:` (http) or `sql:` (sql), or `mock:` for rehearsals");
  }
}
