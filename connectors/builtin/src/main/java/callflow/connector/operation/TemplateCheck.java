package callflow.connector.operation;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Nearest;
import callflow.diagnostic.Rule;
import callflow.expression.Expression;
import callflow.expression.Template;
import java.util.ArrayList;
import java.util.List;

/// Finds names and functions that a connector's template can't use.
///
/// @param operation the operation the template belongs to
/// @param names what the template may read
/// @param place what the names are: `input` or `answer`
public record TemplateCheck(String operation, List<String> names, String place) {

  /// A check of what is sent: it may read the input.
  public static TemplateCheck ofRequest(String operation, List<String> inputs) {
    return new TemplateCheck(operation, inputs, "input");
  }

  /// A check of what is taken out of an answer.
  public static TemplateCheck ofAnswer(String operation, List<String> parts) {
    return new TemplateCheck(operation, parts, "answer");
  }

  public List<Diagnostic> check(Template template) {
    var found = new ArrayList<Diagnostic>();
    for (Expression.Name name : Names.of(template)) {
      if (!names.contains(name.name())) found.add(unknown(name));
    }
    for (Expression.Call call : Names.calls(template)) {
      if (ofTheCall(call)) found.add(ofTheCall(call, template));
    }
    return found;
  }

  private Diagnostic unknown(Expression.Name name) {
    boolean request = place.equals("input");
    return Diagnostic.of(
            request ? Rule.UNKNOWN_ARGUMENT : Rule.UNKNOWN_VARIABLE,
            name.span(),
            "the %s of `%s` has no `%s`".formatted(place, operation, name.name()))
        .withSuggestions(Nearest.of(name.name(), names))
        .withHint(
            request
                ? "declare `" + name.name() + "` under `input:`, or remove it here"
                : "an answer offers " + offered());
  }

  private String offered() {
    return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
  }

  /// A connector knows neither the day nor the conversation.
  private static boolean ofTheCall(Expression.Call call) {
    return switch (call.function()) {
      case OPEN, CONFIRMED, AGE -> true;
      case MASK, MATCHES, KNOWN -> false;
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
