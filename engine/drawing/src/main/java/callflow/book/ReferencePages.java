package callflow.book;

import callflow.expression.Infix;
import callflow.program.PolicyDef;
import callflow.program.Program;
import callflow.program.VariableDef;
import java.util.List;
import java.util.stream.Collectors;

/// What holds for the flow as a whole.
final class ReferencePages {
  private final Book book;
  private final Program program;
  private final Html html;

  ReferencePages(Book book, Html html) {
    this.book = book;
    this.program = book.program();
    this.html = html;
  }

  void write() {
    new ToolPages(book, html).write();
    variables();
    new HandoverPages(program, html).write();
    promises();
    ignored();
  }

  private void section(String id, String head) {
    html.raw("<section id=\"" + id + "\">").element("h2", head);
  }

  private void variables() {
    section("variables", "Values");
    html.table(List.of("value", "what it is", "type", "who may see it", "at first"));
    program.variables().values().forEach(this::variable);
    html.close("table").close("section");
  }

  private void variable(VariableDef variable) {
    html.raw("<tr id=\"variable-" + Html.escaped(variable.name().value()) + "\">");
    html.open("td").code(variable.name().value()).close("td");
    html.element("td", variable.description()).element("td", variable.type().word());
    if (variable.secret()) {
      html.element("td", "secret", "secret: not even the model");
    } else if (variable.sensitive()) {
      html.element("td", "secret", "sensitive: hidden in records");
    } else {
      html.element("td", "anyone who may read the records");
    }
    html.element("td", variable.initial().map(Object::toString).orElse("not known"));
    html.close("tr");
  }

  private void promises() {
    section("promises", "Promises");
    if (program.policies().isEmpty()) html.element("p", "The flow makes none.");
    html.open("ul");
    for (PolicyDef policy : program.policies()) {
      html.open("li").raw("<b>").words(policy.name()).raw("</b>");
      html.words(": " + promise(policy)).close("li");
    }
    html.close("ul").close("section");
  }

  private static String promise(PolicyDef policy) {
    return switch (policy) {
      case PolicyDef.Never(_, var tools, var unless) ->
          tools.stream().map(Object::toString).sorted().collect(Collectors.joining(", "))
              + " never, unless "
              + Infix.of(unless);
      case PolicyDef.Reach(_, var state, var within) ->
          "from every state "
              + state
              + " is at most "
              + within
              + (within == 1 ? " step" : " steps")
              + " away";
      case PolicyDef.EndsIn(_, var endings) ->
          "every call ends in one of " + String.join(", ", endings);
      case PolicyDef.NeverSpoken(_, var variables) ->
          variables.stream().map(Object::toString).collect(Collectors.joining(", "))
              + (variables.size() == 1 ? " is" : " are")
              + " never spoken";
    };
  }

  private void ignored() {
    section("ignored", "Findings accepted");
    if (book.ignored().isEmpty()) {
      html.element("p", "None: nothing that the checker says about this flow is set aside.");
    } else {
      html.table(List.of("rule", "reason", "where"));
      for (var ignore : book.ignored()) {
        html.open("tr").open("td").code(ignore.rule()).close("td");
        html.element("td", ignore.reason());
        html.element("td", ignore.span().file() + ":" + ignore.line()).close("tr");
      }
      html.close("table");
    }
    html.close("section");
  }
}
