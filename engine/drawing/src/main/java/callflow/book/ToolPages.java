package callflow.book;

import callflow.expression.Template;
import callflow.program.Program;
import callflow.program.ToolDef;
import callflow.value.Effect;
import callflow.value.Type;
import java.time.Period;
import java.util.ArrayList;
import java.util.Optional;

/// The tools of a flow: what they do, what is sent where, what is kept, and what is asked before.
final class ToolPages {
  private final Book book;
  private final Program program;
  private final Html html;
  private final Words words;

  ToolPages(Book book, Html html) {
    this.book = book;
    this.program = book.program();
    this.html = html;
    this.words = new Words(program, html);
  }

  void write() {
    html.raw("<section id=\"tools\">").element("h2", "Tools and data");
    if (program.tools().isEmpty()) html.element("p", "The flow uses none.");
    program.tools().values().forEach(this::tool);
    if (!program.afterCall().isEmpty()) {
      html.element("h3", "After every call").open("p");
      program.afterCall().forEach(tool -> html.link("tool-" + tool, tool.value()).words(" "));
      html.close("p");
    }
    report();
    html.close("section");
  }

  private void tool(ToolDef tool) {
    html.raw("<article class=\"state\" id=\"tool-" + Html.escaped(tool.name().value()) + "\">");
    html.open("h3").words(tool.name().value());
    html.element("span", "kind", effect(tool.effect())).close("h3");
    html.element("p", tool.description());
    html.open("p").words("Asks ").code(tool.use().toString());
    Optional.ofNullable(book.places().get(tool.use().connector()))
        .ifPresent(place -> html.words(", " + place));
    html.words("; waits at most " + tool.timeout().toSeconds() + " s.").close("p");
    sent(tool);
    kept(tool);
    conditions(tool);
    spoken("Before it is done the caller must say yes to", tool.confirm());
    spoken("While it takes its time", tool.filler());
    spoken("When it has answered", tool.sayResult());
    html.close("article");
  }

  private static String effect(Effect effect) {
    return switch (effect) {
      case READS -> "only reads";
      case WRITES -> "changes something";
      case IRREVERSIBLE -> "changes something for good";
    };
  }

  private void sent(ToolDef tool) {
    if (tool.bound().isEmpty() && tool.open().fields().isEmpty()) return;
    html.element("h4", "Data sent").open("ul");
    tool.bound().forEach((argument, value) -> bound(argument, value));
    tool.open().fields().forEach((argument, field) -> open(argument, field));
    html.close("ul");
  }

  private void bound(String argument, Template value) {
    html.open("li").code(argument).words(" is ").template(value);
    html.words(", fixed by the flow").close("li");
  }

  private void open(String argument, Type.Field field) {
    html.open("li").code(argument).words(" (" + field.type().word() + "), filled in by the model");
    if (field.sensitive()) html.words(", sensitive");
    html.close("li");
  }

  private void kept(ToolDef tool) {
    if (tool.save().isEmpty()) return;
    html.element("h4", "Kept from the answer").open("ul");
    tool.save()
        .forEach((variable, value) -> {
          html.open("li").link("variable-" + variable, variable.value()).words(" becomes ");
          html.code(value).close("li");
        });
    html.close("ul");
  }

  private void conditions(ToolDef tool) {
    tool.requires().ifPresent(it -> html.open("p").words("Only if ").code(it).close("p"));
    tool.offeredWhen()
        .ifPresent(it -> html.open("p").words("Offered to the model while ").code(it).close("p"));
    if (tool.retry() > 0) {
      html.element("p", "Asked again up to " + tool.retry() + " times when it can't be reached.");
    }
  }

  private void spoken(String when, Optional<callflow.program.Wording> wording) {
    wording.ifPresent(it -> {
      html.element("h4", when);
      words.verbatim(it);
    });
  }

  private static String inWords(Period period) {
    var parts = new ArrayList<String>();
    if (period.getYears() > 0) parts.add(period.getYears() + " years");
    if (period.getMonths() > 0) parts.add(period.getMonths() + " months");
    if (period.getDays() > 0) parts.add(period.getDays() + " days");
    return String.join(" and ", parts);
  }

  private void report() {
    program
        .retention()
        .ifPresent(it -> html.element("p", "Records are kept for " + inWords(it) + "."));
    if (program.report().isEmpty()) return;
    html.element("h3", "Written into the record of each call").open("ul");
    program
        .report()
        .forEach((name, field) -> {
          html.open("li").code(name).words(" is ").template(field.value());
          html.words(field.masked() ? ", hidden" : "").close("li");
        });
    html.close("ul");
  }
}
