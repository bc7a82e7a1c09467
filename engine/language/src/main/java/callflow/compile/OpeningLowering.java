package callflow.compile;

import callflow.program.Action;
import callflow.program.Branch;
import callflow.program.ByLanguage;
import callflow.program.Handlers;
import callflow.program.Marks;
import callflow.program.RecordingChange;
import callflow.program.SilenceRung;
import callflow.program.StateDef;
import callflow.program.StateDef.Ending;
import callflow.program.ToolDef;
import callflow.program.Wording;
import callflow.syntax.ComplianceDecl;
import callflow.syntax.ComplianceDecl.Consent;
import callflow.syntax.ComplianceDecl.RecordingDecl;
import callflow.syntax.FlowFile;
import callflow.value.Effect;
import callflow.value.OperationSchema;
import callflow.value.OutcomeWords;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The states before the first one of the flow, in which callers are told and asked what the law
/// wants. Their names have a dot, so that none of the flow's own can clash with them.
///
/// @param start the first state of a call
/// @param tools the one with which a yes to being recorded is asked for
record OpeningLowering(StateName start, List<StateDef> states, List<ToolDef> tools) {
  private static final StateName DISCLOSURE = new StateName("compliance.disclosure");
  private static final StateName RECORDING = new StateName("compliance.recording");
  private static final ToolName RECORD = new ToolName("compliance.recording");

  static OpeningLowering of(FlowFile flow, StateLowering lowering, WordingLowering words) {
    var states = new ArrayList<StateDef>();
    var tools = new ArrayList<ToolDef>();
    var first = flow.start().value();
    var recording = flow.compliance().flatMap(ComplianceDecl::recording);
    if (recording.isPresent()) {
      boolean asks = recording.get().consent().value() == Consent.ASK;
      var announce = recording.get().announce().map(words::wording);
      if (asks) tools.add(consent(announce, words.once(List.of())));
      states.add(
          asks
              ? asking(recording.get(), first, lowering)
              : passing(RECORDING, announce, RecordingChange.START, first));
      first = RECORDING;
    }
    var disclosure = flow.compliance().flatMap(ComplianceDecl::disclosure).map(words::wording);
    if (disclosure.isPresent()) {
      states.addFirst(passing(DISCLOSURE, disclosure, RecordingChange.NONE, first));
      first = DISCLOSURE;
    }
    return new OpeningLowering(first, states, tools);
  }

  private static StateDef passing(
      StateName name, Optional<Wording> say, RecordingChange recording, StateName next) {
    var handlers = new Handlers(new LinkedHashMap<>(), new LinkedHashMap<>());
    return state(name, say, List.of(), next, handlers, List.of(), recording);
  }

  private static StateDef asking(RecordingDecl recording, StateName next, StateLowering lowering) {
    var own = new LinkedHashMap<String, Action>();
    var refused = recording.onRefused().map(state -> state.value()).orElse(next);
    own.put(RECORD + "." + OutcomeWords.DECLINED, to(refused));
    var handlers = new Handlers(own, lowering.handlers().inherited());
    return state(
        RECORDING,
        Optional.empty(),
        List.of(RECORD),
        next,
        handlers,
        lowering.silence(),
        RecordingChange.NONE);
  }

  private static StateDef state(
      StateName name,
      Optional<Wording> say,
      List<ToolName> run,
      StateName next,
      Handlers handlers,
      List<SilenceRung> silence,
      RecordingChange recording) {
    return new StateDef(
        name,
        Set.of(),
        new LinkedHashMap<>(),
        List.of(),
        say,
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        run,
        List.of(new Branch(Optional.empty(), to(next))),
        new Ending.None(),
        handlers,
        silence,
        List.of(),
        false,
        false,
        StateDef.Corrections.NONE,
        Marks.NONE,
        recording);
  }

  private static Action to(StateName state) {
    return new Action(
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        new LinkedHashMap<>(),
        Optional.empty(),
        Optional.of(state));
  }

  /// Asked for like any tool that needs a yes; what it does the engine does itself.
  private static ToolDef consent(Optional<Wording> question, ByLanguage<List<String>> examples) {
    var nothing = new Type.Struct(new LinkedHashMap<>());
    var operation =
        new OperationSchema(
            ToolDef.START_RECORDING,
            "Records the call",
            nothing,
            nothing,
            Effect.WRITES,
            Duration.ZERO,
            false,
            Set.of());
    return new ToolDef(
        RECORD,
        operation,
        operation.description(),
        Optional.empty(),
        examples,
        new LinkedHashMap<>(),
        nothing,
        new LinkedHashMap<>(),
        Optional.empty(),
        question,
        Effect.WRITES,
        Duration.ZERO,
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }
}
