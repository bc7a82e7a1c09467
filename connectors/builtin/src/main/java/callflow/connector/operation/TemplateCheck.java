package callflow.connector.operation;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.expression.Expression;
import callflow.expression.Template;
import callflow.expression.TypeScope;
import callflow.expression.Typing;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.value.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/// Finds names, functions and types that a connector's template can't use.
public final class TemplateCheck {
  private final String operation;
  private final TypeScope scope;
  private final boolean sending;

  private TemplateCheck(String operation, SequencedMap<String, Type> names, boolean sending) {
    this.operation = operation;
    this.scope = new TypeScope(names, Set.of(), Set.of(), Set.of());
    this.sending = sending;
  }

  /// A check of what is sent: it may read the input.
  public static TemplateCheck ofRequest(OperationDecl operation) {
    var inputs = new LinkedHashMap<String, Type>();
    operation.input().forEach(field -> inputs.put(field.name().value(), field.type().value()));
    return new TemplateCheck(operation.name().value(), inputs, true);
  }

  /// A check of what is taken out of an answer.
  ///
  /// @param parts what an answer offers
  static TemplateCheck ofAnswer(OperationDecl operation, SequencedMap<String, Type> parts) {
    return new TemplateCheck(operation.name().value(), parts, false);
  }

  public List<Diagnostic> check(Template template) {
    var found = new ArrayList<Diagnostic>();
    for (Expression.Name name : Names.of(template)) {
      if (scope.typeOf(name.name()).isEmpty()) found.add(unknown(name));
    }
    for (Expression.Call call : Names.calls(template)) {
      if (ofTheCall(call)) found.add(ofTheCall(call, template));
    }
    return found.isEmpty() ? Typing.infer(template, scope).diagnostics() : found;
  }

  private Set<String> names() {
    return scope.names().keySet();
  }

  private Diagnostic unknown(Expression.Name name) {
    String place = sending ? "input" : "answer";
    return Diagnostic.of(
            sending ? Rule.UNKNOWN_ARGUMENT : Rule.UNKNOWN_VARIABLE,
            name.span(),
            "the %s of `%s` has no `%s`".formatted(place, operation, name.name()))
        .withSuggestions(Nearest.of(name.name(), names()))
        .withHint(
            sending
                ? "declare `" + name.name() + "` under `input:`, or remove it here"
                : "an answer offers " + offered());
  }

  private String offered() {
    return String.join(", ", names().stream().map(name -> "`" + name + "`").toList());
  }

  /// A connector knows neither the day nor the conversation.
  private static boolean ofTheCall(Expression.Call call) {
    return switch (call.function()) {
      case OPEN, OPENS_NEXT, CONFIRMED, SWITCH, ANNOUNCEMENT, AGE, DAYS_UNTIL, DAYS_SINCE -> true;
      case MASK, MATCHES, KNOWN, LENGTH, LOWER, CONTAINS, COUNT -> false;
    };
  }

  private Diagnostic ofTheCall(Expression.Call call, Template template) {
    return Diagnostic.of(
            Rule.BAD_CONNECTOR,
            call.span(),
            "`%s(…)` asks for something of the call, which the connector of `%s` can't see"
                .formatted(call.function().word(), operation))
        .withHint("work it out in the flow and hand it over as an input")
        .withRelated(template.span(), "in this text");
  }
}
