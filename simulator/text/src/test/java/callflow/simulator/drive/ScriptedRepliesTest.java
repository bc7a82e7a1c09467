package callflow.simulator.drive;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.source.Located;
import callflow.source.Span;
import callflow.syntax.ReplyDecl;
import callflow.syntax.ReplyDecl.Outcome;
import callflow.syntax.ScenarioFile;
import callflow.syntax.SwitchesFile;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.FlowName;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Kind;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptedRepliesTest {
  private static final Span HERE = Span.startOf("test.scenario.yaml");
  private static final OperationRef FIND =
      new OperationRef(new ConnectorName("billing"), "find_customer");
  private static final Value.Fields BORN_FIRST =
      Value.Fields.of("born", new Value.Date(LocalDate.of(1990, 2, 1)));

  @Test
  void the_first_entry_that_matches_answers_and_the_last_one_stays() {
    var replies = replies(reply(Value.Fields.NONE, "A"), reply(Value.Fields.NONE, "B"));

    assertThat(ask(replies)).isEqualTo(found("A"));
    assertThat(ask(replies)).isEqualTo(found("B"));
    assertThat(ask(replies)).isEqualTo(found("B"));
  }

  @Test
  void an_entry_is_used_as_often_as_it_says_and_no_more() {
    var twice =
        new ReplyDecl(Value.Fields.NONE, output("A"), Optional.of(new Located<>(2, HERE)), HERE);
    var replies = replies(twice);

    assertThat(ask(replies)).isEqualTo(found("A"));
    assertThat(ask(replies)).isEqualTo(found("A"));
    assertThat(ask(replies))
        .isEqualTo(
            new ToolResult.Broken(
                Kind.FAILED,
                "all prepared replies for `billing.find_customer` that fit are used up",
                false));
  }

  @Test
  void when_compares_as_the_input_type_reads_it() {
    var replies =
        replies(
            reply(Value.Fields.of("born", new Value.Text("1990-02-02")), "other"),
            reply(Value.Fields.of("born", new Value.Text("1990-02-01")), "this"));

    assertThat(ask(replies)).isEqualTo(found("this"));
    assertThat(replies.unused()).hasSize(1);
  }

  @Test
  void a_call_nothing_is_prepared_for_fails_and_says_so() {
    var replies = replies(reply(Value.Fields.of("born", new Value.Text("1990-02-02")), "other"));

    assertThat(ask(replies))
        .isEqualTo(
            new ToolResult.Broken(
                Kind.FAILED,
                "no prepared reply for `billing.find_customer` has a `when` that fits"
                    + " {born=1990-02-01}",
                false));
  }

  @Test
  void only_declared_fields_come_out_in_their_declared_types() {
    var reply = Value.Fields.of("id", new Value.Decimal(java.math.BigDecimal.TEN));
    var replies =
        replies(
            new ReplyDecl(
                Value.Fields.NONE,
                new Outcome.Reply(reply.with("internal", new Value.Text("x"))),
                Optional.empty(),
                HERE));

    assertThat(ask(replies)).isEqualTo(found("10"));
  }

  @Test
  void a_reply_that_lacks_a_field_is_a_bad_answer() {
    var replies =
        replies(
            new ReplyDecl(
                Value.Fields.NONE, new Outcome.Reply(Value.Fields.NONE), Optional.empty(), HERE));

    assertThat(ask(replies))
        .isEqualTo(new ToolResult.Broken(Kind.BAD_ANSWER, "the prepared reply lacks `id`", false));
  }

  @ParameterizedTest
  @CsvSource({
    "unreachable, UNREACHABLE, true",
    "busy, BUSY, true",
    "bad_answer, BAD_ANSWER, false",
    "failed, FAILED, false"
  })
  void trouble_goes_by_its_word(String word, Kind kind, boolean retryable) {
    var result = ask(replies(fail(word)));

    assertThat(result)
        .isInstanceOfSatisfying(
            ToolResult.Broken.class,
            broken -> {
              assertThat(broken.kind()).isEqualTo(kind);
              assertThat(broken.retryable()).isEqualTo(retryable);
            });
  }

  @Test
  void any_other_word_is_a_refusal_with_that_code() {
    assertThat(ask(replies(fail("not_found"))))
        .isEqualTo(
            new ToolResult.Refused("not_found", "`billing.find_customer` answered `not_found`"));
  }

  @Test
  void a_timeout_takes_the_whole_timeout() {
    var reply = replies(fail("timeout")).ask(request(Effect.READS));

    assertThat(reply.latency()).isEqualTo(Duration.ofSeconds(8));
    assertThat(reply.result())
        .isEqualTo(
            new ToolResult.Broken(Kind.TIMEOUT, "`billing.find_customer` did not answer", true));
  }

  @Test
  void a_timeout_of_a_change_leaves_open_whether_it_happened() {
    assertThat(replies(fail("timeout")).ask(request(Effect.IRREVERSIBLE)).result())
        .isEqualTo(new ToolResult.Unknown("key-1"));
  }

  private static ToolResult ask(ScriptedReplies replies) {
    return replies.ask(request(Effect.READS)).result();
  }

  private static ToolBench.Request request(Effect effect) {
    var input = new LinkedHashMap<String, Type.Field>();
    input.put("born", new Type.Field(Types.DATE, true, false, ""));
    var output = new LinkedHashMap<String, Type.Field>();
    output.put("id", new Type.Field(Types.TEXT, true, false, ""));
    var schema =
        new OperationSchema(
            FIND,
            "",
            new Type.Struct(input),
            new Type.Struct(output),
            Effect.READS,
            Duration.ofSeconds(8),
            false,
            Set.of());
    return new ToolBench.Request(schema, effect, BORN_FIRST, "key-1", Duration.ofSeconds(8));
  }

  private static ScriptedReplies replies(ReplyDecl... replies) {
    var scenario =
        new ScenarioFile(
            new Located<>("a call", HERE),
            new Located<>(new FlowName("billing"), HERE),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Value.Fields.NONE,
            SwitchesFile.NONE,
            List.of(new ScenarioFile.ConnectorReplies(new Located<>(FIND, HERE), List.of(replies))),
            List.of());
    return ScriptedReplies.of(scenario, List.of());
  }

  private static ReplyDecl reply(Value.Fields when, String id) {
    return new ReplyDecl(when, output(id), Optional.empty(), HERE);
  }

  private static ReplyDecl fail(String how) {
    return new ReplyDecl(
        Value.Fields.NONE, new Outcome.Fail(new Located<>(how, HERE)), Optional.empty(), HERE);
  }

  private static Outcome output(String id) {
    return new Outcome.Reply(Value.Fields.of("id", new Value.Text(id)));
  }

  private static ToolResult found(String id) {
    return new ToolResult.Done(Value.Fields.of("id", new Value.Text(id)));
  }
}
