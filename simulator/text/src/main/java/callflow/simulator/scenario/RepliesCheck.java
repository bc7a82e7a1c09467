package callflow.simulator.scenario;

import callflow.diagnostic.Rule;
import callflow.program.Program;
import callflow.program.ToolDef;
import callflow.source.Span;
import callflow.syntax.ReplyDecl;
import callflow.syntax.ReplyDecl.Outcome;
import callflow.syntax.ScenarioFile.ConnectorReplies;
import callflow.value.Fit;
import callflow.value.OperationSchema;
import callflow.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Whether the replies a scenario prepares are answers the real system could give.
final class RepliesCheck {
  /// What every operation may come to.
  private static final List<String> TROUBLE =
      List.of("timeout", "unreachable", "busy", "bad_answer", "failed", "unknown");

  /// What every operation may be refused with, declared or not.
  private static final List<String> REFUSALS = List.of("invalid", "not_found", "conflict");

  private final Program program;
  private final Names names;

  RepliesCheck(Program program, Names names) {
    this.program = program;
    this.names = names;
  }

  void check(List<ConnectorReplies> prepared) {
    for (var replies : prepared) {
      operation(replies)
          .ifPresent(schema -> replies.replies().forEach(reply -> check(reply, schema)));
    }
  }

  private Optional<OperationSchema> operation(ConnectorReplies replies) {
    var used = program.tools().values().stream().map(ToolDef::use).toList();
    var name = replies.operation();
    String message = "no tool of this flow uses `" + name.value() + "`";
    if (!names.isOneOf(
        Rule.UNKNOWN_OPERATION, name.value().toString(), name.span(), message, used)) {
      return Optional.empty();
    }
    return program.tools().values().stream()
        .map(ToolDef::operation)
        .filter(schema -> schema.name().equals(replies.operation().value()))
        .findFirst();
  }

  private void check(ReplyDecl reply, OperationSchema operation) {
    when(reply, operation);
    switch (reply.outcome()) {
      case Outcome.Reply(var output) -> output(output, operation, reply.span());
      case Outcome.Fail(var how) -> {
        Set<String> words = new TreeSet<>(operation.errorCodes());
        words.addAll(TROUBLE);
        words.addAll(REFUSALS);
        names.isOneOf(
            Rule.BAD_REPLY,
            how.value(),
            how.span(),
            "`" + operation.name() + "` can't fail with `" + how.value() + "`",
            words);
      }
    }
  }

  private void when(ReplyDecl reply, OperationSchema operation) {
    if (operation.input().open()) return;
    reply
        .when()
        .values()
        .forEach((name, value) -> {
          var field = operation.input().fields().get(name);
          if (field == null) {
            names.isOneOf(
                Rule.UNKNOWN_ARGUMENT,
                name,
                reply.span(),
                "`" + operation.name() + "` takes no `" + name + "`",
                operation.input().fields().keySet());
          } else if (Fit.of(field.type(), value) instanceof Fit.Misfit(var reason)) {
            names.add(
                Rule.ARGUMENT_TYPE,
                reply.span(),
                "`when` waits for `" + name + "` to be `" + value + "`, but it " + reason,
                "write a value that `" + operation.name() + "` can be asked with");
          }
        });
  }

  private void output(Value.Fields output, OperationSchema operation, Span span) {
    var declared = operation.output();
    boolean known = true;
    for (String name : declared.open() ? Set.<String>of() : output.values().keySet()) {
      String message = "`" + operation.name() + "` never answers with `" + name + "`";
      known &= names.isOneOf(Rule.BAD_REPLY, name, span, message, declared.fields().keySet());
    }
    if (known && Fit.of(declared, output) instanceof Fit.Misfit(var reason)) {
      names.add(
          Rule.BAD_REPLY,
          span,
          "`" + operation.name() + "` can't answer this: it " + reason,
          "write the fields that the connector file gives below `output`");
    }
  }
}
