package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.fakegrok.FakeGrok;
import callflow.fakegrok.Fault;
import callflow.fakegrok.Witness;
import callflow.fakegrok.caller.CallListener;
import callflow.fakegrok.caller.Dialled;
import callflow.fakegrok.caller.TwilioCaller;
import callflow.simulator.drive.ModelAct;
import callflow.simulator.drive.ScriptedReplies;
import callflow.simulator.drive.ToolBench;
import callflow.syntax.DeploymentFile.Dialect;
import callflow.value.AudioFormat;
import callflow.value.ToolName;
import callflow.value.Value;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole phone calls over real sockets on loopback: a line of Twilio's shape, the server, the
/// stand-in for Grok. Judged by what the caller's socket heard and what the connector got.
class LiveTelephoneTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MILLIS = 12;

  /// A Monday morning in the office.
  private static final Clock OFFICE_HOURS =
      Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

  private final Project.Flow flow = flow();
  private final List<ToolBench.Request> asked = new CopyOnWriteArrayList<>();
  private final CallStory story = new CallStory(flow.program().orElseThrow(), _ -> {});
  private Loopback stage;
  private TwilioCaller caller;

  @AfterEach
  void hangUp() {
    if (caller != null) caller.close();
    if (stage != null) stage.close();
  }

  private static Project.Flow flow() {
    try {
      return Project.load(ProjectFiles.of(List.of(Path.of("../../flows/northwind-billing"))))
          .flows()
          .getFirst();
    } catch (ProjectFiles.Unusable impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void call(Dialect dialect, AudioFormat audio, Dialled... transfers) {
    var program = flow.program().orElseThrow();
    var replies = ScriptedReplies.of(flow.connectors());
    ToolBench bench =
        request -> {
          asked.add(request);
          return replies.ask(request);
        };
    var connectors = RehearsedConnectors.of(program, bench);
    var setting = new Loopback.Setting(program, connectors, dialect, audio, OFFICE_HOURS);
    stage = Loopback.open(setting, LiveTelephoneTest::pace, story);
    caller = stage.call("+4917012345", CallListener.NONE);
    caller.transfersEnd(transfers);
  }

  private static FakeGrok.Settings pace(RehearsedMind mind) {
    return FakeGrok.Settings.fast(() -> mind).withSpeech(MILLIS, 3);
  }

  private void hears(String text) throws InterruptedException {
    await("the caller hears " + text, () -> caller.heardText().contains(text));
  }

  private void happens(String line) throws InterruptedException {
    await(
        "there is a line " + line,
        () -> story.lines().stream().anyMatch(each -> each.contains(line)));
  }

  private void await(String what, BooleanSupplier condition) throws InterruptedException {
    assertThat(story.await(condition, PATIENCE))
        .as(
            "%s; heard `%s`; warnings %s; end %s; sent %s; received %s; story:%n%s",
            what,
            caller.heardText(),
            caller.warnings(),
            caller.end(),
            stage.grok().latest().map(Witness::sentTypes).orElse(List.of()),
            stage.grok().latest().map(Witness::receivedTypes).orElse(List.of()),
            String.join("\n", story.lines()))
        .isTrue();
  }

  private void says(String words) throws InterruptedException {
    await("it is the caller's turn", story::isCallersTurn);
    caller.speak(words, MILLIS);
  }

  private void identifies() throws InterruptedException {
    hears("Welcome to Northwind Energy.");
    says("it is one two three four five six seven eight, born on the second of february 1990");
    happens("[menu]");
    var request = asked.getFirst();
    assertThat(request.operation().name()).hasToString("billing.find_customer");
    assertThat(request.arguments().get("account")).contains(new Value.Text("12345678"));
  }

  private long timesAsked(String operation) {
    return asked.stream()
        .filter(request -> request.operation().name().toString().equals(operation))
        .count();
  }

  @ParameterizedTest
  @EnumSource
  void a_call_from_greeting_to_transfer(Dialect dialect) throws InterruptedException {
    call(dialect, AudioFormat.MU_LAW, Dialled.BUSY);
    identifies();

    // The caller doesn't hear the menu out.
    hears("How can I help");
    caller.speak("how much do I owe", MILLIS);
    happens("get_balance -> { open: 84.20 }");
    hears("84.20");
    assertThat(caller.clears()).isPositive();
    assertThat(caller.heardText()).doesNotContain("or “agent”. Here");

    // The model asks for something this state doesn't offer.
    var amount = Value.Fields.of("amount", Value.Decimal.of(1));
    stage.mind().answersNext(List.of(new ModelAct.Request(new ToolName("pay_bill"), amount)));
    says("well, let me think");
    happens("pay_bill refused, not_offered");
    assertThat(timesAsked("billing.pay")).isZero();

    says("I want to pay");
    hears("How much would you like to pay?");
    says("eighty-four euros twenty");
    hears("Shall I pay 84 euros and 20 cents from your account on file now?");
    assertThat(timesAsked("billing.pay")).isZero();
    switch (dialect) {
      case REALTIME -> says("yes please");
      case VOICE_AGENT -> {
        await("it is the caller's turn", story::isCallersTurn);
        caller.press("1");
      }
    }
    happens("pay_bill -> { receipt: R-1042 }");
    assertThat(timesAsked("billing.pay")).isEqualTo(1);
    assertThat(asked.getLast().arguments().get("amount")).hasToString("Optional[84.2]");

    says("I want to speak to an agent");
    hears("Nobody is free just now. Please call again a little later. Goodbye.");
    await("the call is over", story::isOver);
    assertThat(caller.awaitEnded(PATIENCE)).isTrue();
    assertThat(caller.events().toString()).contains("Transferred[target=+4930123456");
    assertThat(caller.damages()).isZero();
    assertThat(caller.warnings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void sound_is_converted_where_line_and_service_differ(Dialect dialect)
      throws InterruptedException {
    call(dialect, AudioFormat.pcm(8000));

    identifies();

    assertThat(caller.damages()).isZero();
  }

  @Test
  void the_caller_hangs_up_and_nothing_is_left_open() throws InterruptedException {
    call(Dialect.REALTIME, AudioFormat.MU_LAW);
    hears("Welcome to Northwind Energy.");

    caller.hangUp();

    await("the call is over", story::isOver);
    assertThat(story.lines()).contains("(the call ended: caller_hung_up)");
    await("the session is closed", () -> stage.grok().open() == 0);
    assertThat(stage.server().calls().running()).isZero();
  }

  @Test
  void a_dropped_service_is_called_again_with_the_whole_set_up() throws InterruptedException {
    call(Dialect.REALTIME, AudioFormat.MU_LAW);
    identifies();
    await("it is the caller's turn", story::isCallersTurn);

    stage.grok().faults().next(Fault.DROPPED_IN_REPLY);
    says("how much do I owe");
    await("there is a second session", () -> stage.grok().sessions().size() == 2);
    says("how much do I owe");
    hears("84.20");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "LATE_ACKNOWLEDGEMENT",
        "MISSING_ACKNOWLEDGEMENT",
        "DUPLICATE_FRAMES",
        "VANISHING_REPLY",
        "REPEATED_TRANSCRIPT",
        "LATE_TRANSCRIPT",
        "COMMITTED_TWICE",
        "GARBAGE_FRAMES",
        "STALLED_REPLY",
        "REFUSED_UPDATE"
      })
  void a_service_with_faults_does_not_end_the_call(Fault fault) throws InterruptedException {
    call(Dialect.REALTIME, AudioFormat.MU_LAW);
    hears("Welcome to Northwind Energy.");
    await("it is the caller's turn", story::isCallersTurn);

    stage.grok().faults().next(fault);
    for (int tries = 0; tries < 3 && !story.lines().contains("[menu]"); tries++) {
      says("it is one two three four five six seven eight, born on the second of february 1990");
      story.await(() -> story.lines().contains("[menu]"), Duration.ofSeconds(8));
    }

    happens("[menu]");
    assertThat(timesAsked("billing.find_customer")).isEqualTo(1);
  }
}
