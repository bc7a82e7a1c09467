package callflow.engine.call;

import callflow.program.ProgramId;
import callflow.value.ChoiceName;
import callflow.value.Effect;
import callflow.value.StateName;
import callflow.value.ToolCallId;
import callflow.value.ToolName;
import callflow.value.TransferName;
import callflow.value.Value;
import callflow.value.VariableName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Everything the interpreter knows about one call; plain data, equal by content.
///
/// @param language the one that is spoken, a BCP 47 tag or `auto`
/// @param spoken how often wordings were spoken that change with it, by their numbers
/// @param visit counts entries into states; whatever belongs to an earlier visit is stale
/// @param visits how often each state was entered
/// @param trail states that asked the caller something and can be gone back to: since anything was
///   changed outside, the latest last
/// @param detours what was left and will be resumed, the latest last
/// @param confirmed what the caller said yes to, by tool
/// @param accepted values the caller said yes to
/// @param timers the clocks that run, with the visit they belong to
/// @param here what is remembered of the present visit only
/// @param saying characters that have been or will be heard since the line was last quiet
/// @param lastSaid what the agent said last, for a caller who asks to hear it again
/// @param recordingPaused whether nothing may be recorded just now
/// @param milestones what the call has reached, and how long after its start
/// @param untold what the flow's tools brought for the model, which has not had the floor since
public record CallState(
    CallId call,
    ProgramId program,
    Phase phase,
    CallInfo info,
    Instant started,
    Instant now,
    String language,
    SequencedMap<Integer, Integer> spoken,
    int visit,
    SequencedMap<StateName, Integer> visits,
    Optional<StateName> previous,
    List<StateName> trail,
    List<Detour> detours,
    SequencedMap<VariableName, Value> variables,
    SequencedMap<ToolCallId, PendingTool> pendingTools,
    SequencedMap<ToolName, Confirmed> confirmed,
    SequencedMap<VariableName, Value> accepted,
    SequencedMap<TimerId, Integer> timers,
    Visit here,
    Turn turn,
    Counts counts,
    long saying,
    String lastSaid,
    String untold,
    SequencedMap<String, Duration> milestones,
    boolean recordingPaused) {

  public CallState {
    spoken = copy(spoken);
    visits = copy(visits);
    trail = List.copyOf(trail);
    detours = List.copyOf(detours);
    variables = copy(variables);
    pendingTools = copy(pendingTools);
    confirmed = copy(confirmed);
    accepted = copy(accepted);
    timers = copy(timers);
    milestones = copy(milestones);
  }

  /// A call nobody has answered yet.
  public static CallState initial(CallId call, ProgramId program) {
    return new CallState(
        call,
        program,
        new Phase.Waiting(),
        CallInfo.UNKNOWN,
        Instant.EPOCH,
        Instant.EPOCH,
        "",
        new LinkedHashMap<>(),
        0,
        new LinkedHashMap<>(),
        Optional.empty(),
        List.of(),
        List.of(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        Visit.NEW,
        Turn.NEW,
        Counts.NONE,
        0,
        "",
        "",
        new LinkedHashMap<>(),
        false);
  }

  private static <K, V> SequencedMap<K, V> copy(SequencedMap<K, V> map) {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
  }

  /// Where the call stands.
  public sealed interface Phase {
    /// Nobody has called yet.
    record Waiting() implements Phase {}

    record Active(StateName state, Stage stage) implements Phase {}

    record Transferring(StateName state, TransferName transfer) implements Phase {}

    record Ended(EndReason reason) implements Phase {}
  }

  /// How far a state has come, in the order of its parts.
  public sealed interface Stage {
    /// Its `before` tools run; `index` is the one under way.
    record Preparing(int index) implements Stage {}

    /// The model talks with the caller.
    record Conversing() implements Stage {}

    /// The engine has asked for a yes.
    ///
    /// @param asks how often the question was put
    /// @param before characters that are heard before the question in the same playback
    /// @param hearing whether words of the caller can be an answer
    record Confirming(Subject about, String question, int asks, long before, Hearing hearing)
        implements Stage {

      /// How far the caller has come with the question.
      public enum Hearing {
        /// It has been put, and nobody has begun to speak since.
        PUT,
        /// The caller began to speak after having heard it.
        ANSWERING,
        /// It was cut off, or drowned by what was said after it: it has to be put again.
        LOST
      }

      public Confirming with(Hearing now) {
        return new Confirming(about, question, asks, before, now);
      }

      /// The question is put once more.
      public Confirming again(String words, int times, long charactersBefore) {
        return new Confirming(about, words, times, charactersBefore, Hearing.PUT);
      }
    }

    /// Its `run` tools run; `index` is the one under way.
    record Running(int index) implements Stage {}
  }

  /// What the caller is asked to say yes to.
  public sealed interface Subject {
    /// The flow's word for it.
    String name();

    /// A tool with these very arguments.
    ///
    /// @param forModel the request of the model that waits for the answer; empty for a `run`
    /// @param index of the `run` tool; meaningless when the model asked
    record Call(ToolName tool, Value.Fields arguments, Optional<ToolCallId> forModel, int index)
        implements Subject {
      @Override
      public String name() {
        return tool.value();
      }
    }

    /// A value the caller has given.
    record Given(VariableName variable, Value value) implements Subject {
      @Override
      public String name() {
        return variable.value();
      }
    }

    /// To forget everything and go there.
    record StartOver(StateName target) implements Subject {
      @Override
      public String name() {
        return "start_over";
      }
    }
  }

  /// Who asked for a tool.
  public enum Origin {
    MODEL,
    BEFORE,
    RUN,
    /// The flow, when the call had ended.
    AFTER
  }

  /// A tool call that has not returned.
  ///
  /// @param again how it is asked once more if it can't be reached
  public record PendingTool(ToolName tool, Origin origin, int visit, Effect effect, Again again) {
    /// The same after it was asked once more.
    public PendingTool oneLess() {
      return new PendingTool(
          tool, origin, visit, effect, new Again(again.key(), again.arguments(), again.left() - 1));
    }
  }

  /// Asking a tool once more, as the same action.
  ///
  /// @param left how often that may be done
  public record Again(String key, Value.Fields arguments, int left) {}

  /// The caller's yes, bound to a visit and to the very arguments.
  public record Confirmed(int visit, Value.Fields arguments) {}

  /// A state that was left for a detour, as it was.
  ///
  /// @param run which of its `run` tools the caller was asked about
  public record Detour(
      StateName state, Visit here, Optional<Integer> run, Optional<StateName> previous) {}

  /// What is remembered of the present visit only.
  ///
  /// @param attempts turns that did not bring the value, by variable
  /// @param keys the entry by keys so far
  /// @param rung how many rungs of the silence ladder have been taken
  /// @param misses turns of the caller that brought nothing
  /// @param patient whether the caller has asked for a moment and kept silent since
  /// @param ready whether the voice session works as this visit asked
  /// @param note what the model is to be told when it may speak; empty when it may not speak first
  /// @param told what the model knows from the flow's tools, beside the state's prompt
  public record Visit(
      SequencedMap<VariableName, Integer> attempts,
      String keys,
      int rung,
      int misses,
      boolean patient,
      boolean ready,
      Optional<String> note,
      String told) {
    public static final Visit NEW =
        new Visit(new LinkedHashMap<>(), "", 0, 0, false, false, Optional.empty(), "");

    public Visit {
      attempts = copy(attempts);
    }

    public Visit withAttempts(SequencedMap<VariableName, Integer> counted) {
      return new Visit(counted, keys, rung, misses, patient, ready, note, told);
    }

    public Visit withKeys(String entry) {
      return new Visit(attempts, entry, rung, misses, patient, ready, note, told);
    }

    public Visit withRung(int taken) {
      return new Visit(attempts, keys, taken, misses, patient, ready, note, told);
    }

    /// One more turn of the caller brought nothing.
    public Visit withMiss() {
      return new Visit(attempts, keys, rung, misses + 1, patient, ready, note, told);
    }

    /// The caller has asked for a moment, or has taken it.
    public Visit withPatience(boolean asked) {
      return new Visit(attempts, keys, rung, misses, asked, ready, note, told);
    }

    /// The session is to be set up; `opening` is the note the model opens with.
    public Visit configured(Optional<String> opening) {
      return new Visit(attempts, keys, rung, misses, patient, false, opening, told);
    }

    public Visit withNote(String text) {
      return new Visit(attempts, keys, rung, misses, patient, ready, Optional.of(text), told);
    }

    /// The session works, and the note is given.
    public Visit isReady() {
      return new Visit(attempts, keys, rung, misses, patient, true, Optional.empty(), told);
    }

    public Visit withTold(String text) {
      return new Visit(attempts, keys, rung, misses, patient, ready, note, text);
    }
  }

  /// What is remembered of the model's present turn.
  ///
  /// @param over whether it has ended, and only tools are still at work
  /// @param heard whether the caller said something in it
  /// @param progress whether a value was filled, a tool called or a move asked for
  /// @param move the first allowed move the model asked for; made when all tools have answered
  /// @param trouble a tool that failed while a change of the same turn was at work
  public record Turn(
      boolean over,
      boolean heard,
      boolean progress,
      int requests,
      Optional<ChoiceName> move,
      Optional<Trouble> trouble) {
    public static final Turn NEW =
        new Turn(false, false, false, 0, Optional.empty(), Optional.empty());

    public Turn withOver() {
      return new Turn(true, heard, progress, requests, move, trouble);
    }

    public Turn withHeard() {
      return new Turn(over, true, progress, requests, move, trouble);
    }

    public Turn withProgress() {
      return new Turn(over, heard, true, requests, move, trouble);
    }

    public Turn withRequest() {
      return new Turn(over, heard, progress, requests + 1, move, trouble);
    }

    public Turn withMove(ChoiceName wanted) {
      return new Turn(over, heard, true, requests, Optional.of(wanted), trouble);
    }

    public Turn withTrouble(Optional<Trouble> kept) {
      return new Turn(over, heard, progress, requests, move, kept);
    }

    /// The same turn, as if the caller had not spoken in it yet.
    public Turn unheard() {
      return new Turn(false, false, false, requests, move, trouble);
    }
  }

  /// How a tool came out that the flow still has to handle.
  public record Trouble(ToolName tool, String outcome) {}

  /// What is counted against the call's bounds.
  ///
  /// @param limitsHit how often a bound sent the call down its failure path; the second time ends
  ///   it
  /// @param serial for the engine's own ids
  public record Counts(int turns, int toolCalls, int voiceRestarts, int limitsHit, int serial) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public Counts plusTurn() {
      return new Counts(turns + 1, toolCalls, voiceRestarts, limitsHit, serial);
    }

    public Counts plusToolCall() {
      return new Counts(turns, toolCalls + 1, voiceRestarts, limitsHit, serial);
    }

    public Counts plusVoiceRestart() {
      return new Counts(turns, toolCalls, voiceRestarts + 1, limitsHit, serial);
    }

    public Counts plusSerial() {
      return new Counts(turns, toolCalls, voiceRestarts, limitsHit, serial + 1);
    }

    /// A bound was hit: what it bounds starts anew, once.
    public Counts afterLimit() {
      return new Counts(0, 0, voiceRestarts, limitsHit + 1, serial);
    }
  }

  /// The state the call is in; empty before it starts and after it ends.
  public Optional<StateName> state() {
    return switch (phase) {
      case Phase.Active(var state, _) -> Optional.of(state);
      case Phase.Transferring(var state, _) -> Optional.of(state);
      case Phase.Waiting _, Phase.Ended _ -> Optional.empty();
    };
  }

  /// Whether something we said may still be heard.
  public boolean speaking() {
    return saying > 0;
  }

  public boolean ended() {
    return phase instanceof Phase.Ended;
  }

  public Optional<Value> variable(VariableName name) {
    return Optional.ofNullable(variables.get(name));
  }
}
