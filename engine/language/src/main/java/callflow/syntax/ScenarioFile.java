package callflow.syntax;

import callflow.source.Located;
import callflow.source.Span;
import callflow.value.FlowName;
import callflow.value.OperationRef;
import callflow.value.StateName;
import callflow.value.ToolName;
import callflow.value.TransferName;
import callflow.value.Value;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// One `*.scenario.yaml` as its author wrote it: a call played through, and what must come of it.
public record ScenarioFile(
    Located<String> name,
    Located<FlowName> flow,
    Optional<Located<OffsetDateTime>> at,
    Optional<Located<String>> from,
    Optional<Located<String>> language,
    Value.Fields headers,
    SwitchesFile switches,
    List<ConnectorReplies> connectors,
    List<StepDecl> steps) {

  public record ConnectorReplies(Located<OperationRef> operation, List<ReplyDecl> replies) {}

  /// One step. The caller acts, the model acts, time passes, or something is expected.
  public sealed interface StepDecl {
    Span span();

    /// `caller: some words`.
    record Caller(Located<String> words, Span span) implements StepDecl {}

    /// `press: "1"`: keys of the telephone, one after the other.
    record Press(Located<String> keys, Span span) implements StepDecl {}

    /// `silence: 8s`: nobody speaks while that much time passes.
    record Silence(Located<Duration> duration, Span span) implements StepDecl {}

    /// `hangup: caller`: the caller hangs up.
    record HangUp(Span span) implements StepDecl {}

    /// `transfer: busy`: how the transfer under way comes out.
    record TransferOutcome(Located<String> outcome, Span span) implements StepDecl {}

    /// `model: …`: the model's part of this turn, scripted exactly. What it says, what it fills in,
    /// which tools it calls, which move it asks for, in this order.
    record Model(
        Optional<Located<String>> says,
        List<Filled> fill,
        List<ToolCallDecl> calls,
        Optional<Located<String>> choose,
        Span span)
        implements StepDecl {}

    /// `expect: …`.
    record Expect(List<Expectation> expectations, Span span) implements StepDecl {}
  }

  public record Filled(Located<String> variable, Value value) {}

  public record ToolCallDecl(Located<ToolName> tool, Value.Fields arguments) {}

  /// One thing that must be so at this point.
  ///
  /// `said`, `called` and `refused` look at what happened since the last step of the caller, the
  /// model or the clock.
  public sealed interface Expectation {
    Span span();

    record InState(Located<StateName> state, Span span) implements Expectation {}

    /// The agent said exactly this, word for word, as one utterance.
    record Said(Located<String> text, Span span) implements Expectation {}

    /// The agent said something that contains this; case and spacing don't count.
    record SaidLike(Located<String> text, Span span) implements Expectation {}

    record NotSaid(Located<String> text, Span span) implements Expectation {}

    /// Exactly these of the flow's own tools are offered to the model now.
    record Offered(List<Located<ToolName>> tools, Span span) implements Expectation {}

    /// The connector was asked, with at least these arguments.
    record Called(Located<ToolName> tool, Value.Fields arguments, Span span)
        implements Expectation {}

    record NotCalled(Located<ToolName> tool, Span span) implements Expectation {}

    record Refused(Located<ToolName> tool, Span span) implements Expectation {}

    record Transferred(Located<TransferName> transfer, Span span) implements Expectation {}

    /// This number was dialled for a transfer.
    record Dialled(Located<String> number, Span span) implements Expectation {}

    /// The person who answers a transfer heard something that contains this, as a whisper or a
    /// brief.
    record Whispered(Located<String> text, Span span) implements Expectation {}

    /// The call is over, with this outcome.
    record Ended(Located<String> outcome, Span span) implements Expectation {}

    /// The call has reached exactly these milestones so far, in this order.
    record Milestones(List<Located<String>> milestones, Span span) implements Expectation {}

    /// The call has ended, and its report has at least these fields.
    record Report(Value.Fields fields, Span span) implements Expectation {}

    /// Variables have these values; compared as the variable's type reads them.
    record Variables(Value.Fields values, Span span) implements Expectation {}
  }
}
