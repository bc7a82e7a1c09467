package callflow.compile;

import callflow.expression.Canonical;
import callflow.expression.Expression;
import callflow.expression.Template;
import callflow.program.Action;
import callflow.program.Branch;
import callflow.program.Collect;
import callflow.program.Limits;
import callflow.program.Move;
import callflow.program.PolicyDef;
import callflow.program.Program;
import callflow.program.ProgramId;
import callflow.program.ScheduleDef;
import callflow.program.SilenceRung;
import callflow.program.StateDef;
import callflow.program.StateDef.Ending;
import callflow.program.ToolDef;
import callflow.program.TransferDef;
import callflow.program.ValueCheck;
import callflow.program.VariableDef;
import callflow.value.ToolName;
import callflow.value.VariableName;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

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
    template("persona", program.persona());
    text.word("voice", program.voice().name());
    text.word("language", program.voice().language());
    text.word("speed", program.voice().speed().stripTrailingZeros().toPlainString());
    text.group("variables", program.variables().values(), this::variable);
    text.group("tools", program.tools().values(), this::tool);
    text.group("schedules", program.schedules().values(), this::schedule);
    text.group("transfers", program.transfers().values(), this::transfer);
    text.group("policies", program.policies(), this::policy);
    text.words("after_call", program.afterCall().stream().map(ToolName::value).toList());
    text.group("states", program.states().values(), this::state);
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
    template("otherwise", variable.check().map(ValueCheck::otherwise));
  }

  private void tool(ToolDef tool) {
    text.word("name", tool.name().value());
    ContractText.operation(text, tool.operation());
    text.word("description", tool.description());
    text.option("caller", tool.caller(), words -> text.word("words", words));
    text.words("examples", tool.examples());
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
    template("confirm", tool.confirm());
    text.word("effect", tool.effect().word());
    text.word("timeout", tool.timeout().toString());
    template("filler", tool.filler());
    template("tell", tool.tell());
  }

  private void schedule(ScheduleDef schedule) {
    text.word("name", schedule.name().value());
    text.word("zone", schedule.zone().getId());
    text.group(
        "hours",
        schedule.hours(),
        hours -> {
          text.word("day", hours.day().name());
          text.word("from", hours.from().toString());
          text.word("to", hours.to().toString());
        });
    text.words("closed", schedule.closed().stream().map(Object::toString).sorted().toList());
  }

  private void transfer(TransferDef transfer) {
    text.word("name", transfer.name().value());
    text.word("to", transfer.to());
    text.word("mode", transfer.mode().name());
    text.word("ring", transfer.ring().toString());
    text.option("hours", transfer.hours(), hours -> text.word("schedule", hours.value()));
    templates("attach", transfer.attach());
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
    template("say", state.say());
    template("prompt", state.prompt());
    text.group("collect", state.collect(), this::collect);
    text.group("moves", state.moves(), this::move);
    text.words("tools", state.tools().stream().map(tool -> tool.value()).toList());
    text.words("run", state.run().stream().map(tool -> tool.value()).toList());
    text.group("next", state.next(), this::branch);
    ending(state.ending());
    handlers("on", state.handlers().own());
    handlers("defaults", state.handlers().inherited());
    text.group("silence", state.silence(), this::rung);
    text.flag("listens", state.listens());
  }

  private void collect(Collect collect) {
    text.word("variable", collect.variable().value());
    template("ask", collect.ask());
    text.number("attempts", collect.attempts());
    text.flag("keypad", collect.keypad());
  }

  private void move(Move move) {
    text.word("name", move.name().value());
    text.word("description", move.description());
    text.words("examples", move.examples());
    text.option("key", move.key(), key -> text.word("key", key.toString()));
    expression("if", move.guard());
    text.flag("anywhere", move.anywhere());
    text.flag("repeat", move.repeat());
    action(move.action());
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
    template("say", action.say());
    clear(action.clear());
    set(action.set());
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

  private void templates(String name, SequencedMap<String, Template> templates) {
    text.group(
        name,
        templates.entrySet(),
        entry -> {
          text.word("name", entry.getKey());
          text.word("value", Canonical.of(entry.getValue()));
        });
  }

  private void template(String name, Optional<Template> template) {
    text.option(name, template, words -> text.word("template", Canonical.of(words)));
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
