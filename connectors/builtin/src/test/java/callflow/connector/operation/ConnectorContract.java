package callflow.connector.operation;

import static callflow.connector.operation.Sample.IMPATIENCE;
import static callflow.connector.operation.Sample.PATIENCE;
import static callflow.connector.operation.Sample.ask;
import static callflow.connector.operation.Sample.fields;
import static callflow.connector.operation.Sample.invocation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import callflow.connector.Connector;
import callflow.value.Effect;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Broken;
import callflow.value.ToolResult.Done;
import callflow.value.ToolResult.Kind;
import callflow.value.ToolResult.Refused;
import callflow.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every connector promises, whatever its wire.
///
/// The system behind it knows one account: number `A/1 '?`, holder `Ann O'Hara`, open 84.20, no
/// note, and more columns than are declared. Its operations are those of [#operations].
public abstract class ConnectorContract {
  protected static final String NUMBER = "A/1 '?";
  private static final int MANY = 100;

  private Connector connector;

  /// A connector to a running system; its secret is the canary.
  protected abstract Connector open();

  /// A connector of the same kind to a system that isn't there.
  protected abstract Connector openUnreachable();

  /// Lets every request wait until [#answerAgain].
  protected abstract void hold();

  protected abstract void answerAgain();

  /// Waits until a held request has arrived.
  protected abstract void awaitRequest() throws InterruptedException;

  /// The account's note as the system has it.
  protected abstract String note();

  /// `find` gives `holder`, `open` and perhaps `note`; `broken` promises a field `vat` that isn't
  /// there, `crooked` a date in `holder`, `long` a text of 2000 characters; `annotate` writes
  /// `note`.
  protected static List<AnOperation> operations() {
    return List.of(
        AnOperation.named("find")
            .input("number")
            .output("holder", callflow.value.Types.TEXT)
            .output("open", Sample.EUROS)
            .optionalOutput("note", callflow.value.Types.TEXT),
        AnOperation.named("broken").output("vat", callflow.value.Types.TEXT),
        AnOperation.named("crooked").output("holder", callflow.value.Types.DATE),
        AnOperation.named("long").output("story", callflow.value.Types.TEXT),
        AnOperation.named("annotate").effect(Effect.WRITES).input("number").input("note"));
  }

  @BeforeEach
  void connect() {
    connector = open();
  }

  @AfterEach
  void disconnect() {
    answerAgain();
    connector.close();
  }

  @Test
  void an_entry_that_is_found_is_done_with_the_declared_fields_and_no_others() throws Exception {
    assertThat(ask(connector, "find", "number", NUMBER))
        .isEqualTo(new Done(fields("holder", "Ann O'Hara", "open", new BigDecimal("84.20"))));
  }

  @Test
  void what_is_not_there_is_refused_with_the_declared_code() throws Exception {
    assertThat(ask(connector, "find", "number", "' or 1=1 --/../%"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo("no_account"));
  }

  @Test
  void a_missing_field_is_a_bad_answer_that_names_it() throws Exception {
    assertThat(ask(connector, "broken"))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.kind()).isEqualTo(Kind.BAD_ANSWER);
              assertThat(broken.message()).contains("`vat`");
              assertThat(broken.retryable()).isFalse();
            });
  }

  @Test
  void a_field_of_another_type_is_a_bad_answer_that_names_it_and_not_its_value() throws Exception {
    assertThat(ask(connector, "crooked"))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.kind()).isEqualTo(Kind.BAD_ANSWER);
              assertThat(broken.message()).contains("`holder`", "date").doesNotContain("Ann");
            });
  }

  @Test
  void a_long_text_is_cut() throws Exception {
    assertThat(ask(connector, "long")).isEqualTo(new Done(fields("story", "x".repeat(Clip.TEXT))));
  }

  @Test
  void what_a_caller_said_arrives_as_it_was_said() throws Exception {
    String said = "5€ \"now\"; drop table account; -- :number ${x} \\ \n end";

    var result = ask(connector, "annotate", "number", NUMBER, "note", said);

    assertThat(result).isEqualTo(new Done(Value.Fields.NONE));
    assertThat(note()).isEqualTo(said);
  }

  @Test
  void a_look_up_without_an_answer_times_out() throws Exception {
    hold();

    assertThat(connector.invoke(invocation("find", IMPATIENCE, "number", NUMBER)))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.kind()).isEqualTo(Kind.TIMEOUT);
              assertThat(broken.retryable()).isTrue();
            });
  }

  @Test
  void without_any_patience_nothing_is_awaited() throws Exception {
    hold();

    assertThat(connector.invoke(invocation("find", java.time.Duration.ZERO, "number", NUMBER)))
        .isInstanceOf(Broken.class);
  }

  @Test
  void a_caller_who_is_gone_ends_the_wait() throws Exception {
    hold();
    var ended = new CompletableFuture<Throwable>();
    Thread waiting =
        Thread.ofVirtual()
            .start(() -> {
              try {
                connector.invoke(invocation("find", PATIENCE, "number", NUMBER));
                ended.complete(new AssertionError("answered"));
              } catch (Throwable thrown) {
                ended.complete(thrown);
              }
            });
    awaitRequest();

    waiting.interrupt();

    assertThat(ended.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void a_system_that_is_not_there_is_unreachable_also_for_changes() throws Exception {
    try (Connector nowhere = openUnreachable()) {
      assertThat(ask(nowhere, "find", "number", NUMBER)).matches(ConnectorContract::unreachable);
      assertThat(ask(nowhere, "annotate", "number", NUMBER, "note", "x"))
          .matches(ConnectorContract::unreachable);
    }
  }

  private static boolean unreachable(ToolResult result) {
    return result instanceof Broken(var kind, _, _) && kind == Kind.UNREACHABLE;
  }

  @Test
  void an_operation_nobody_declared_is_broken_not_an_exception() throws Exception {
    assertThat(ask(connector, "fly")).isInstanceOf(Broken.class);
  }

  @Test
  void many_callers_at_once_are_all_answered() throws Exception {
    var start = new CountDownLatch(1);
    var asked = new ArrayList<Callable<ToolResult>>();
    for (int i = 0; i < MANY; i++) {
      asked.add(() -> {
        start.await();
        return ask(connector, "find", "number", NUMBER);
      });
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = asked.stream().map(threads::submit).toList();
      start.countDown();
      assertThat(answers).extracting(Future::get).hasOnlyElementsOfType(Done.class);
    }
  }

  @Test
  void the_secret_comes_out_nowhere() throws Exception {
    var said = new StringBuilder(connector.toString()).append(connector.schema());
    for (String operation : List.of("find", "broken", "crooked", "long", "fly")) {
      said.append(ask(connector, operation, "number", NUMBER));
    }

    assertThat(said).doesNotContain(Sample.CANARY);
  }

  @Test
  void the_schema_names_every_operation() {
    assertThat(connector.schema().operations())
        .containsOnlyKeys("find", "broken", "crooked", "long", "annotate");
  }

  @Test
  void closing_twice_does_no_harm() {
    connector.close();

    assertThatCode(connector::close).doesNotThrowAnyException();
  }
}
