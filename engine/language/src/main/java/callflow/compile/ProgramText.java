package callflow.compile;

import callflow.expression.Canonical;
import callflow.expression.Expression;
import callflow.expression.Template;
import callflow.program.Action;
import callflow.program.Branch;
import callflow.program.ByLanguage;
import callflow.program.Collect;
import callflow.program.Limits;
import callflow.program.Move;
import callflow.program.Move.Deed;
import callflow.program.PolicyDef;
import callflow.program.Program;
import callflow.program.ProgramId;
import callflow.program.ScheduleDef;
import callflow.program.SilenceRung;
import callflow.program.StateDef;
import callflow.program.StateDef.Ending;
import callflow.program.ToolDef;
import callflow.program.ValueCheck;
import callflow.program.VariableDef;
import callflow.program.Wording;
import callflow.value.HourSpan;
import callflow.value.SwitchName;
import callflow.value.ToolName;
import callflow.value.VariableName;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;

/// The canonical text of a program: everything that decides how calls go, and no places.
///
/// Written out field by field on purpose: a new field of a record must be added here by hand, and a
/// renamed class changes nothing. The order of the file counts, for it decides which guard is asked
/// first; sets are sorted.
final class ProgramText {
  private final CanonicalText text = new CanonicalText();

  private ProgramText() {}

  /// The program under the name its own text gives it.
  static Program identified(Program program) {
    return program.withId(new ProgramId(of(program).sha256()));
  }

  static CanonicalText of(Program program) {
    var writer = new ProgramText();
    writer.program(program);
    return writer.text;
  }

  private void program(Program program) {
    text.word("flow", program.name().value());
    text.word("start", program.start().value());
    text.words("languages", program.languages());
    guidance("persona", program.persona());
    text.word("voice", program.voice().name());
    text.word("language", program.voice().language());
    text.word("speed", program.voice().speed().stripTrailingZeros().toPlainString());
    text.group("variables", program.variables().values(), this::variable);
    text.group("tools", program.tools().values(), this::tool);
    text.words("switches", program.switches().stream().map(SwitchName::value).toList());
    text.group("schedules", program.schedules().values(), this::schedule);
    text.group("transfers", program.transfers().values(), new TransferText(text, this)::transfer);
    text.group("policies", program.policies(), this::policy);
    text.words("after_call", program.afterCall().stream().map(ToolName::value).toList());
    text.group("states", program.states().values(), this::state);
    text.group(
        "report",
        program.report().entrySet(),
        field -> {
          text.word("name", field.getKey());
          text.word("value", Canonical.of(field.getValue().value()));
          text.flag("masked", field.getValue().masked());
        });
    text.option("retention", program.retention(), kept -> text.word("period", kept.toString()));
    limits(program.limits());
  }

  private void variable(VariableDef variable) {
    text.word("name", variable.name().value());
    ContractText.type(text, variable.type());
    text.word("description", variable.description());
    text.flag("sensitive", variable.sensitive());
    text.flag("secret", variable.secret());
    text.option("initial", variable.initial(), value -> ContractText.value(text, value));
    expression("check", variable.check().map(ValueCheck::condition));
    wording("otherwise", variable.check().map(ValueCheck::otherwise));
  }

  private void tool(ToolDef tool) {
    text.word("name", tool.name().value());
    ContractText.operation(text, tool.operation());
    text.word("description", tool.description());
    text.option("caller", tool.caller(), words -> words("words", words));
    examples(tool.examples());
    templates("bound", tool.bound());
    ContractText.type(text, tool.open());
    text.group(
        "save",
        tool.save().entrySet(),
        save -> {
          text.word("variable", save.getKey().value());
          expression("value", Optional.of(save.getValue()));
        });
    expression("requires", tool.requires());
    wording("confirm", tool.confirm());
    text.word("effect", tool.effect().word());
    text.word("timeout", tool.timeout().toString());
    wording("filler", tool.filler());
    guidance("tell", tool.tell());
    text.number("retry", tool.retry());
    expression("offered_when", tool.offeredWhen());
    wording("say_result", tool.sayResult());
  }

  private void schedule(ScheduleDef schedule) {
    text.word("name", schedule.name().value());
    text.word("zone", schedule.zone().getId());
    text.group(
        "hours",
        schedule.hours(),
        hours -> {
          text.word("day", hours.day().name());
          text.word("span", written(hours.span()));
        });
    text.group(
        "special",
        schedule.special(),
        special -> {
          text.word("dates", special.dates().toString());
          text.words("open", special.open().stream().map(ProgramText::written).toList());
        });
    text.option("emergency", schedule.emergency(), name -> text.word("switch", name.value()));
  }

  private static String written(HourSpan span) {
    return span.from() + "-" + span.to();
  }

  private void policy(PolicyDef policy) {
    switch (policy) {
      case PolicyDef.Never(var name, var tools, var unless) -> {
        text.word("never", name);
        text.words("tools", tools.stream().map(tool -> tool.value()).sorted().toList());
        expression("unless", Optional.of(unless));
      }
      case PolicyDef.Reach(var name, var state, var within) -> {
        text.word("reach", name);
        text.word("state", state.value());
        text.number("within", within);
      }
      case PolicyDef.EndsIn(var name, var endings) -> {
        text.word("ends_in", name);
        text.words("endings", endings);
      }
      case PolicyDef.NeverSpoken(var name, var variables) -> {
        text.word("never_spoken", name);
        text.words("variables", variables.stream().map(VariableName::value).toList());
      }
    }
  }

  private void state(StateDef state) {
    text.word("name", state.name().value());
    clear(state.clear());
    set(state.set());
    text.words("before", state.before().stream().map(tool -> tool.value()).toList());
    wording("say", state.say());
    text.flag("barge_in", state.bargeIn());
    guidance("prompt", state.prompt());
    text.group("collect", state.collect(), this::collect);
    text.group("moves", state.moves(), this::move);
    text.words("tools", state.tools().stream().map(tool -> tool.value()).toList());
    text.words("run", state.run().stream().map(tool -> tool.value()).toList());
    text.group("next", state.next(), this::branch);
    ending(state.ending());
    handlers("on", state.handlers().own());
    handlers("defaults", state.handlers().inherited());
    text.group("silence", state.silence(), this::rung);
    text.group("no_match", state.noMatch(), this::action);
    text.flag("listens", state.listens());
    text.flag("aside", state.aside());
    text.flag("corrects", state.corrections().offered());
    text.group("corrections", state.corrections().own(), this::move);
    text.word("recording", state.recording().name());
    text.option("milestone", state.marks().milestone(), word -> text.word("word", word));
    text.option("outcome", state.marks().outcome(), word -> text.word("word", word));
  }

  private void collect(Collect collect) {
    text.word("variable", collect.variable().value());
    wording("ask", collect.ask());
    text.number("attempts", collect.attempts());
    wording("confirm", collect.confirm());
    text.option("keypad", collect.keypad(), this::keypad);
  }

  private void keypad(Collect.Keypad keypad) {
    text.word("terminator", String.valueOf(keypad.terminator()));
    text.word("inter_digit", keypad.interDigit().toString());
    text.option("length", keypad.length(), length -> text.number("keys", length));
  }

  private void move(Move move) {
    text.word("name", move.name().value());
    words("description", move.description());
    examples(move.examples());
    text.option("key", move.key(), key -> text.word("key", key.toString()));
    expression("if", move.guard());
    text.flag("anywhere", move.anywhere());
    deed(move.deed());
    action(move.action());
  }

  private void deed(Deed deed) {
    switch (deed) {
      case Deed.Act _ -> text.word("deed", "act");
      case Deed.Repeat _ -> text.word("deed", "repeat");
      case Deed.Help _ -> text.word("deed", "help");
      case Deed.Wait _ -> text.word("deed", "wait");
      case Deed.Detour _ -> text.word("deed", "detour");
      case Deed.Back _ -> text.word("deed", "back");
      case Deed.StartOver(var question) -> wording("start_over", Optional.of(question));
      case Deed.Correct(var variable) -> text.word("correct", variable.value());
    }
  }

  private void branch(Branch branch) {
    expression("if", branch.guard());
    action(branch.action());
  }

  private void rung(SilenceRung rung) {
    text.word("after", rung.after().toString());
    action(rung.action());
  }

  private void handlers(String name, SequencedMap<String, Action> handlers) {
    text.group(
        name,
        handlers.entrySet(),
        handler -> {
          text.word("event", handler.getKey());
          action(handler.getValue());
        });
  }

  private void ending(Ending ending) {
    switch (ending) {
      case Ending.None _ -> text.word("ending", "none");
      case Ending.TransferTo(var transfer) -> text.word("transfer", transfer.value());
      case Ending.HangUp(var outcome) -> text.word("hangup", outcome);
    }
  }

  private void action(Action action) {
    text.option("switch_language", action.language(), to -> text.word("language", to));
    wording("say", action.say());
    clear(action.clear());
    set(action.set());
    text.option("milestone", action.milestone(), word -> text.word("word", word));
    text.option("goto", action.target(), target -> text.word("state", target.value()));
  }

  private void clear(Set<VariableName> clear) {
    text.words("clear", clear.stream().map(VariableName::value).sorted().toList());
  }

  private void set(SequencedMap<VariableName, Template> set) {
    text.group(
        "set",
        set.entrySet(),
        entry -> {
          text.word("variable", entry.getKey().value());
          text.word("value", Canonical.of(entry.getValue()));
        });
  }

  void templates(String name, SequencedMap<String, Template> templates) {
    text.group(
        name,
        templates.entrySet(),
        entry -> {
          text.word("name", entry.getKey());
          text.word("value", Canonical.of(entry.getValue()));
        });
  }

  void wording(String name, Optional<Wording> wording) {
    text.option(
        name,
        wording,
        words ->
            each(
                words.rounds(),
                rounds -> {
                  text.words("once", rounds.once().stream().map(Canonical::of).toList());
                  text.words("turns", rounds.turns().stream().map(Canonical::of).toList());
                }));
  }

  private void guidance(String name, Optional<ByLanguage<Template>> guidance) {
    text.option(
        name,
        guidance,
        words -> each(words, template -> text.word("template", Canonical.of(template))));
  }

  private void words(String name, ByLanguage<String> words) {
    each(words, word -> text.word(name, word));
  }

  private void examples(ByLanguage<List<String>> examples) {
    each(examples, sentences -> text.words("examples", sentences));
  }

  private <T> void each(ByLanguage<T> values, Consumer<T> write) {
    text.group(
        "languages",
        values.values().entrySet(),
        entry -> {
          text.word("language", entry.getKey());
          write.accept(entry.getValue());
        });
  }

  private void expression(String name, Optional<Expression> expression) {
    text.option(name, expression, value -> text.word("expression", Canonical.of(value)));
  }

  private void limits(Limits limits) {
    for (int limit :
        List.of(
            limits.microsteps(),
            limits.turns(),
            limits.toolRequests(),
            limits.toolCalls(),
            limits.confirmAsks(),
            limits.voiceRestarts(),
            limits.textLength())) {
      text.number("limit", limit);
    }
    text.word("call_time", limits.callTime().toString());
    text.word("idle", limits.idle().toString());
    text.word("inter_digit", limits.interDigit().toString());
  }
}
