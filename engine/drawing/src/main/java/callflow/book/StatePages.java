package callflow.book;

import callflow.expression.Template;
import callflow.graph.FlowGraph;
import callflow.graph.FlowGraph.Always;
import callflow.graph.FlowGraph.Arrow;
import callflow.graph.FlowGraph.Box;
import callflow.graph.UsualLadder;
import callflow.program.Action;
import callflow.program.Branch;
import callflow.program.Collect;
import callflow.program.Move;
import callflow.program.Move.Deed;
import callflow.program.Program;
import callflow.program.RecordingChange;
import callflow.program.SilenceRung;
import callflow.program.StateDef;
import callflow.program.StateDef.Ending;
import callflow.program.Wording;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.VariableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// One section for each state, in the order in which things happen in it.
final class StatePages {
  private final Program program;
  private final FlowGraph graph;
  private final Html html;
  private final Words words;
  private final UsualLadder usual;

  StatePages(Program program, FlowGraph graph, Html html) {
    this.program = program;
    this.graph = graph;
    this.html = html;
    this.words = new Words(program, html);
    this.usual = UsualLadder.of(program);
  }

  static String id(StateName state) {
    return "page-" + state;
  }

  static String address(StateName state) {
    return "#" + id(state);
  }

  /// What holds in every state, with its words.
  void everywhere() {
    html.raw("<section id=\"everywhere\">").element("h2", "Everywhere");
    html.element("p", "faint", "In every state that says nothing else about it.");
    html.open("ul");
    graph.always().forEach(this::always);
    html.close("ul");
    var states = program.states().values();
    states.stream()
        .filter(state -> !state.silence().isEmpty() && usual.fits(state))
        .findFirst()
        .ifPresent(state -> silence(state.silence()));
    states.stream()
        .flatMap(state -> state.moves().stream())
        .filter(move -> move.anywhere() && !(move.deed() instanceof Deed.Help))
        .filter(move -> said(move).isPresent())
        .collect(Collectors.toMap(Move::name, move -> move, (one, _) -> one, LinkedHashMap::new))
        .values()
        .forEach(this::answer);
    html.close("section");
  }

  private void always(Always always) {
    html.open("li").words(always.when());
    target(always.to());
    html.close("li");
  }

  private void answer(Move move) {
    html.element("h4", "When the caller " + move.description().in(program.languages().getFirst()));
    said(move).ifPresent(words::verbatim);
  }

  private static Optional<Wording> said(Move move) {
    return move.deed() instanceof Deed.StartOver(var question)
        ? Optional.of(question)
        : move.action().say();
  }

  void write() {
    html.raw("<section id=\"states\">").element("h2", "States");
    graph.boxes().forEach(box -> state(box, program.state(box.name())));
    html.close("section");
  }

  private void state(Box box, StateDef state) {
    html.raw("<article class=\"state\" id=\"" + Html.escaped(id(box.name())) + "\">");
    html.open("h3").words(box.name().value());
    html.element("span", "kind", box.kind().word()).close("h3");
    comesFrom(box);
    prepared(state);
    recorded(state.recording());
    runs("Before a word is said it asks", state.before());
    state.say().ifPresent(words::verbatim);
    state.prompt().ifPresent(words::guidance);
    asked(state.collect());
    choices(state.moves().stream().filter(move -> !move.anywhere()).toList());
    runs("The model may use", state.tools());
    runs("When all is known it runs", state.run());
    branches(state.next());
    ending(state.ending());
    silence(state);
    notUnderstood(state.noMatch());
    help(state);
    state.handlers().own().forEach((event, action) -> trouble(event, action));
    html.close("article");
  }

  private void comesFrom(Box box) {
    var from = graph.arrows().stream().filter(arrow -> arrow.to().equals(box.name())).toList();
    boolean always =
        graph.always().stream().anyMatch(each -> each.to().filter(box.name()::equals).isPresent());
    if (from.isEmpty() && !always && !box.start()) return;
    html.open("p", "faint").words("Reached from ");
    if (box.start()) html.words("the beginning of the call ");
    for (Arrow arrow : from) html.link(id(arrow.from()), arrow.from().value()).words(" ");
    if (always) html.link("everywhere", "everywhere");
    html.close("p");
  }

  private void recorded(RecordingChange change) {
    switch (change) {
      case NONE -> {}
      case START -> html.element("p", "From here on the call may be recorded.");
      case PAUSE -> html.element("p", "Nothing of this is recorded.");
    }
  }

  private void prepared(StateDef state) {
    if (state.clear().isEmpty() && state.set().isEmpty()) return;
    html.open("p").words("On the way in");
    changes(state.set(), state.clear());
    html.close("p");
  }

  private void runs(String what, List<ToolName> tools) {
    if (tools.isEmpty()) return;
    html.open("p").words(what + " ");
    for (ToolName tool : tools) html.link("tool-" + tool, tool.value()).words(" ");
    html.close("p");
  }

  private void asked(List<Collect> collected) {
    if (collected.isEmpty()) return;
    html.element("h4", "May be asked for");
    collected.forEach(this::asked);
  }

  private void asked(Collect collect) {
    var variable = program.variable(collect.variable());
    html.open("p").link("variable-" + variable.name(), variable.name().value());
    html.words(": " + variable.description() + " (" + variable.type().word() + "), ");
    html.words(collect.attempts() == 1 ? "1 attempt" : collect.attempts() + " attempts");
    if (collect.keypad().isPresent()) html.words(", keys count too");
    html.words(collect.ask().isPresent() ? "" : ", in the model's own words").close("p");
    collect.ask().ifPresent(words::verbatim);
    collect
        .confirm()
        .ifPresent(question -> {
          html.element("p", "faint", "and before it counts the caller must say yes to");
          words.verbatim(question);
        });
  }

  private void choices(List<Move> moves) {
    if (moves.isEmpty()) return;
    html.element("h4", "The caller may choose");
    moves.forEach(this::choice);
  }

  private void choice(Move move) {
    var language = program.languages().getFirst();
    html.open("p").raw("<b>").words(move.name().value()).raw("</b>");
    html.words(": the caller " + move.description().in(language));
    var examples = move.examples().in(language);
    if (!examples.isEmpty()) html.words(" (“" + String.join("”, “", examples) + "”)");
    move.key().ifPresent(key -> html.words(", key " + key));
    move.guard().ifPresent(guard -> html.words(", only if ").code(guard));
    leads(move.action());
    html.close("p");
    move.action().say().ifPresent(words::verbatim);
  }

  private void branches(List<Branch> next) {
    if (next.isEmpty()) return;
    html.element("h4", "Then");
    for (Branch branch : next) {
      html.open("p");
      branch
          .guard()
          .ifPresentOrElse(
              guard -> html.words("if ").code(guard),
              () -> html.words(next.size() > 1 ? "otherwise" : "always"));
      leads(branch.action());
      html.close("p");
      branch.action().say().ifPresent(words::verbatim);
    }
  }

  private void leads(Action action) {
    changes(action.set(), action.clear());
    action.language().ifPresent(language -> html.words(", from here on in " + language));
    target(action.target());
  }

  private void changes(SequencedMap<VariableName, Template> set, Set<VariableName> clear) {
    set.forEach((variable, value) -> {
      html.words(", ").code(variable.value()).words(" becomes ");
      html.template(value);
    });
    if (clear.isEmpty()) return;
    html.words(", forgetting ");
    clear.forEach(variable -> html.code(variable.value()).words(" "));
  }

  private void target(Optional<StateName> to) {
    to.ifPresent(state -> html.words(" → ").link(id(state), state.value()));
  }

  private void ending(Ending ending) {
    switch (ending) {
      case Ending.None _ -> {}
      case Ending.TransferTo(var transfer) ->
          html.open("p")
              .words("Hands the caller over to ")
              .link("transfer-" + transfer, transfer.value())
              .words(".")
              .close("p");
      case Ending.HangUp(var outcome) ->
          html.open("p").words("Ends the call; in the records it is ").code(outcome).close("p");
    }
  }

  private void silence(StateDef state) {
    if (state.silence().isEmpty() || usual.fits(state)) return;
    silence(state.silence());
  }

  private void silence(List<SilenceRung> ladder) {
    html.element("h4", "When nobody speaks");
    for (SilenceRung rung : ladder) {
      html.open("p").words("after " + rung.after().toSeconds() + " s");
      leads(rung.action());
      html.close("p");
      rung.action().say().ifPresent(words::verbatim);
    }
  }

  private void notUnderstood(List<Action> ladder) {
    if (ladder.isEmpty()) return;
    html.element("h4", "When nobody understands the caller");
    int time = 1;
    for (Action action : ladder) {
      html.open("p").words("time " + time++);
      leads(action);
      html.close("p");
      action.say().ifPresent(words::verbatim);
    }
  }

  private void help(StateDef state) {
    state.moves().stream()
        .filter(move -> move.deed() instanceof Deed.Help && said(move).isPresent())
        .forEach(this::answer);
  }

  private void trouble(String event, Action action) {
    html.open("p").words("On ").code(event);
    leads(action);
    html.close("p");
    action.say().ifPresent(words::verbatim);
  }
}
