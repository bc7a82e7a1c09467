package callflow.connector.pack;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.ConnectorFile.ErrorDecl;
import callflow.syntax.ConnectorFile.FieldDecl;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ReplyDecl;
import callflow.value.Fit;
import callflow.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that can be wrong with one reply under `mock:`: it must be one the real system could
/// give.
final class ReplyCheck {
  /// What every operation may come to.
  private static final List<String> TROUBLES =
      List.of("timeout", "unreachable", "busy", "bad_answer", "failed", "unknown");

  /// What every operation may be refused with.
  private static final List<String> REFUSALS = List.of("invalid", "not_found", "conflict");

  private final OperationDecl operation;
  private final ReplyDecl reply;
  private final List<Diagnostic> found = new ArrayList<>();

  ReplyCheck(OperationDecl operation, ReplyDecl reply) {
    this.operation = operation;
    this.reply = reply;
  }

  List<Diagnostic> check() {
    fit(reply.when(), operation.input(), "`when`", "input");
    switch (reply.outcome()) {
      case ReplyDecl.Outcome.Reply(var output) -> {
        fit(output, operation.output(), "`reply`", "output");
        complete(output);
      }
      case ReplyDecl.Outcome.Fail(var how) -> fail(how);
    }
    reply.times().filter(times -> times.value() < 1).ifPresent(this::never);
    return found;
  }

  private void fit(Value.Fields given, List<FieldDecl> declared, String where, String what) {
    for (var entry : given.values().entrySet()) {
      Optional<FieldDecl> field =
          declared.stream().filter(d -> d.name().value().equals(entry.getKey())).findFirst();
      if (field.isEmpty()) {
        unknown(entry.getKey(), declared, where, what);
      } else if (Fit.of(field.get().type().value(), entry.getValue())
          instanceof Fit.Misfit(var reason)) {
        misfit(field.get(), where, reason);
      }
    }
  }

  private void unknown(String name, List<FieldDecl> declared, String where, String what) {
    var names = declared.stream().map(field -> field.name().value()).toList();
    found.add(
        bad(
                reply.span(),
                "%s has `%s`, but the %s of `%s` does not"
                    .formatted(where, name, what, operation.name().value()))
            .withSuggestions(Nearest.of(name, names))
            .withHint("declare it under `" + what + ":`, or remove it here"));
  }

  private void misfit(FieldDecl field, String where, String reason) {
    found.add(
        bad(
                reply.span(),
                "%s has a `%s` that can't be: it %s".formatted(where, field.name().value(), reason))
            .withRelated(field.type().span(), "its type stands here"));
  }

  private void complete(Value.Fields output) {
    operation.output().stream()
        .filter(field -> field.required() && output.get(field.name().value()).isEmpty())
        .map(FieldDecl::name)
        .forEach(name ->
            found.add(
                bad(
                        reply.span(),
                        "`reply` lacks `%s`, which `%s` always gives"
                            .formatted(name.value(), operation.name().value()))
                    .withHint("add it, or declare it `required: no`")
                    .withRelated(name.span(), "it is declared here")));
  }

  private void fail(Located<String> how) {
    var known =
        Stream.of(
                TROUBLES.stream(),
                REFUSALS.stream(),
                operation.errors().stream().map(ErrorDecl::code).map(Located::value))
            .flatMap(words -> words)
            .distinct()
            .toList();
    if (known.contains(how.value())) return;
    found.add(
        bad(how.span(), "`" + operation.name().value() + "` can't fail with `" + how.value() + "`")
            .withSuggestions(Nearest.of(how.value(), known))
            .withHint(
                "write one of " + String.join(", ", known) + ", or declare it under `errors:`"));
  }

  private void never(Located<Integer> times) {
    found.add(
        bad(times.span(), "a reply that is given " + times.value() + " times is never given"));
  }

  private static Diagnostic bad(Span place, String message) {
    return Diagnostic.of(Rule.BAD_REPLY, place, message);
  }
}
