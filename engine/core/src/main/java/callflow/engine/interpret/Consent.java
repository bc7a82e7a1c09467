package callflow.engine.interpret;

import callflow.engine.call.CallState.Confirmed;
import callflow.engine.call.CallState.Origin;
import callflow.engine.call.CallState.Stage;
import callflow.engine.call.CallState.Subject;
import callflow.engine.call.Command;
import callflow.program.Collect;
import callflow.program.Move;
import callflow.program.StateDef;
import callflow.program.Wording;
import callflow.value.Effect;
import callflow.value.OutcomeWords;
import callflow.value.StateName;
import callflow.value.ToolCallId;
import callflow.value.ToolResult;
import java.util.Optional;
import java.util.stream.Stream;

/// What a yes, a no or a correction leads to, by what the caller was asked about.
final class Consent {
  private Consent() {}

  static void answered(Draft draft, Subject about, boolean yes) {
    switch (about) {
      case Subject.Call call -> call(draft, call, yes);
      case Subject.Given given -> draft.state().ifPresent(state -> value(draft, state, given, yes));
      case Subject.StartOver(var target) ->
          draft.state().ifPresent(state -> startOver(draft, state, target, yes));
    }
  }

  private static void call(Draft draft, Subject.Call call, boolean yes) {
    if (call.forModel().isPresent()) {
      draft.stage(new Stage.Conversing());
      draft.configure(Optional.empty());
    } else {
      draft.stage(new Stage.Running(call.index()));
    }
    if (yes) {
      draft.confirmed.put(call.tool(), new Confirmed(draft.visit, call.arguments()));
      ToolCalls.invoke(draft, draft.program.tool(call.tool()), call.arguments(), requester(call));
    } else {
      declined(draft, call);
    }
  }

  private static ToolCalls.Requester requester(Subject.Call call) {
    return call.forModel()
        .<ToolCalls.Requester>map(ToolCalls.ByModel::new)
        .orElseGet(() -> new ToolCalls.ByEngine(Origin.RUN, call.index()));
  }

  private static void declined(Draft draft, Subject.Call call) {
    call.forModel()
        .ifPresent(id -> {
          var no = new ToolResult.Refused("declined", "The caller said no.");
          draft.order(new Command.AnswerTool(id, no));
        });
    ToolAnswers.happened(draft, call.tool(), requester(call), OutcomeWords.DECLINED);
  }

  /// A value the caller says no to is forgotten and asked for again; that counts as an attempt.
  private static void value(Draft draft, StateDef state, Subject.Given given, boolean yes) {
    draft.stage(new Stage.Conversing());
    if (yes) {
      draft.accepted.put(given.variable(), given.value());
      Conversation.goOn(draft, state);
      return;
    }
    Moves.clear(draft, given.variable());
    state.collect().stream()
        .filter(collect -> collect.variable().equals(given.variable()))
        .findFirst()
        .ifPresent(collect -> refused(draft, state, collect));
  }

  private static void refused(Draft draft, StateDef state, Collect collect) {
    Collecting.failed(draft, state, collect, "the caller said no to it");
    if (draft.go.isPresent() || draft.ended()) return;
    String what = draft.program.variable(collect.variable()).description();
    String note = "The caller says this was not right: " + what + ". Ask for it again.";
    draft.configure(collect.ask().isEmpty() ? Optional.of(note) : Optional.empty());
  }

  private static void startOver(Draft draft, StateDef state, StateName target, boolean yes) {
    draft.stage(new Stage.Conversing());
    if (!yes) {
      Conversation.goOn(draft, state);
      return;
    }
    draft.program.variables().keySet().forEach(variable -> Trail.forget(draft, variable));
    Trail.cut(draft);
    Moves.go(draft, target, "start_over");
  }

  /// A value was put right: look-ups that may rest on it are made again, then the question is put.
  static void corrected(Draft draft, Stage.Confirming asked) {
    switch (asked.about()) {
      case Subject.Call call when repeatable(draft, call) ->
          draft.state().ifPresent(state -> Moves.run(draft, state, 0));
      case Subject.Call _ -> Confirmation.putAgain(draft, asked, 1);
      case Subject.Given _, Subject.StartOver _ -> anew(draft, asked.about());
    }
  }

  private static boolean repeatable(Draft draft, Subject.Call call) {
    var state = draft.state();
    return call.forModel().isEmpty()
        && state.isPresent()
        && state.get().run().subList(0, call.index()).stream()
            .allMatch(tool -> draft.program.tool(tool).effect() == Effect.READS);
  }

  /// Whether what the caller was asked about has changed since.
  static boolean isStale(Draft draft, Subject about) {
    return switch (about) {
      case Subject.Call call ->
          call.forModel().isEmpty()
              && !ToolCalls.bound(draft, draft.program.tool(call.tool())).equals(call.arguments());
      case Subject.Given(var variable, var value) -> !value.equals(draft.variables.get(variable));
      case Subject.StartOver _ -> false;
    };
  }

  /// How the flow words the question.
  static Optional<Wording> question(Draft draft, Subject about) {
    return switch (about) {
      case Subject.Call call -> draft.program.tool(call.tool()).confirm();
      case Subject.Given(var variable, _) ->
          draft.state().stream()
              .flatMap(state -> state.collect().stream())
              .filter(collect -> collect.variable().equals(variable))
              .flatMap(collect -> collect.confirm().stream())
              .findFirst();
      case Subject.StartOver _ ->
          draft.state().stream()
              .flatMap(state -> state.moves().stream())
              .flatMap(move ->
                  move.deed() instanceof Move.Deed.StartOver(var words)
                      ? Stream.of(words)
                      : Stream.empty())
              .findFirst();
    };
  }

  /// Asks about what is so now.
  static void anew(Draft draft, Subject about) {
    draft
        .state()
        .ifPresent(state -> {
          switch (about) {
            case Subject.Call call -> Moves.run(draft, state, call.index());
            case Subject.Given _, Subject.StartOver _ -> Conversation.goOn(draft, state);
          }
        });
  }

  /// The request of the model that waits for the answer.
  static Optional<ToolCallId> forModel(Stage.Confirming asked) {
    return switch (asked.about()) {
      case Subject.Call call -> call.forModel();
      case Subject.Given _, Subject.StartOver _ -> Optional.empty();
    };
  }

  /// The question is left unanswered because the call goes elsewhere.
  static void dropped(Draft draft, Stage.Confirming asked) {
    forModel(asked).ifPresent(id -> ToolRequests.movedOn(draft, id));
  }
}
