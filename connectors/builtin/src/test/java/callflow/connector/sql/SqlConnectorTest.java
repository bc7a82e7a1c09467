package callflow.connector.sql;

import static callflow.connector.operation.Sample.IMPATIENCE;
import static callflow.connector.operation.Sample.PATIENCE;
import static callflow.connector.operation.Sample.ask;
import static callflow.connector.operation.Sample.fields;
import static callflow.connector.operation.Sample.invocation;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.connector.Connector;
import callflow.connector.operation.AnOperation;
import callflow.connector.operation.Sample;
import callflow.connector.operation.Schemas;
import callflow.connector.pack.Connectors;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Broken;
import callflow.value.ToolResult.Done;
import callflow.value.ToolResult.Kind;
import callflow.value.ToolResult.Refused;
import callflow.value.ToolResult.Unknown;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqlConnectorTest {
  private static final Type LIST = new Type.ListOf(Types.ANY);

  private final Database database = new Database();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void columns_keep_their_kind_under_their_label_in_lower_case() throws Exception {
    var find =
        AnOperation.named("find")
            .sql("select Holder as \"NAME\", open, since, active from account")
            .output("all", LIST, "${rows}");

    try (var connector = open(find)) {
      assertThat(ask(connector, "find"))
          .isEqualTo(
              new Done(
                  fields(
                      "all",
                      new Value.Items(
                          List.of(
                              fields(
                                  "name",
                                  "Ann O'Hara",
                                  "open",
                                  new BigDecimal("84.20"),
                                  "since",
                                  new Value.Date(LocalDate.of(2020, 2, 29)),
                                  "active",
                                  true))))));
    }
  }

  @Test
  void every_plain_type_can_be_a_parameter_and_an_unset_one_is_null() throws Exception {
    var find =
        AnOperation.named("find")
            .input("open", Sample.EUROS, true)
            .input("since", Types.DATE, true)
            .input("active", Types.BOOL, true)
            .input("note", Types.TEXT, false)
            .sql(
                """
                select count(*) as hits from account
                where open = :open and since = :since and active = :active
                  and note is not distinct from cast(:note as varchar)
                """)
            .output("hits", Types.NUMBER);

    try (var connector = open(find)) {
      var result =
          ask(
              connector,
              "find",
              "open",
              new BigDecimal("84.2"),
              "since",
              new Value.Date(LocalDate.of(2020, 2, 29)),
              "active",
              true);
      assertThat(result).isEqualTo(new Done(fields("hits", 1)));
    }
  }

  @Test
  void rows_beyond_the_bound_are_not_read() throws Exception {
    var few = many("few").maxRows(3);
    var most = many("most");

    try (var connector = open(few, most)) {
      assertThat(rows(ask(connector, "few"))).hasSize(3);
      assertThat(rows(ask(connector, "most"))).hasSize(SqlOperation.MAX_ROWS);
    }
  }

  private static AnOperation many(String name) {
    return AnOperation.named(name)
        .sql("select x from system_range(1, 1000)")
        .output("all", LIST, "${rows}");
  }

  private static List<Value> rows(ToolResult result) {
    return result instanceof Done(var output)
            && output.get("all").orElseThrow() instanceof Value.Items(var rows)
        ? rows
        : List.of();
  }

  @Test
  void a_look_up_changes_nothing_even_if_its_functions_try() throws Exception {
    database.run("create sequence visits", "create table seen(id bigint)");
    var sneaky =
        AnOperation.named("sneaky").sql("select id from final table(insert into seen values(1))");

    try (var connector = open(sneaky)) {
      assertThat(ask(connector, "sneaky")).isEqualTo(new Done(Value.Fields.NONE));
    }
    assertThat(database.ask("select count(*) from seen")).isEqualTo("0");
  }

  @Test
  void a_change_is_kept_and_may_give_rows_back() throws Exception {
    var rename =
        AnOperation.named("rename")
            .effect(Effect.WRITES)
            .input("holder")
            .sql(
                "select holder, number from final table("
                    + "update account set holder = :holder where risk = 7)")
            .output("holder", Types.TEXT);

    try (var connector = open(rename)) {
      assertThat(ask(connector, "rename", "holder", "Bob"))
          .isEqualTo(new Done(fields("holder", "Bob")));
    }
    assertThat(database.ask("select holder from account")).isEqualTo("Bob");
  }

  @Test
  void a_change_whose_rows_do_not_fit_is_taken_back() throws Exception {
    var rename =
        AnOperation.named("rename")
            .effect(Effect.WRITES)
            .sql("update account set holder = 'Bob'")
            .output("id", Types.TEXT);

    try (var connector = open(rename)) {
      assertThat(ask(connector, "rename")).matches(result -> broken(result, Kind.BAD_ANSWER));
    }
    assertThat(database.ask("select holder from account")).isEqualTo("Ann O'Hara");
  }

  @Test
  void a_change_that_meets_nothing_is_refused_where_the_file_says_so() throws Exception {
    var rename =
        AnOperation.named("rename")
            .effect(Effect.WRITES)
            .sql("update account set holder = 'Bob' where risk = 8")
            .output("changed", Types.NUMBER, "${updated}");
    var strict =
        AnOperation.named("strict")
            .effect(Effect.WRITES)
            .sql("update account set holder = 'Bob' where risk = 8")
            .error("none", "not_found");

    try (var connector = open(rename, strict)) {
      assertThat(ask(connector, "rename")).isEqualTo(new Done(fields("changed", 0)));
      assertThat(ask(connector, "strict")).matches(result -> refused(result, "not_found"));
    }
  }

  @Test
  void a_broken_constraint_is_a_conflict_or_what_the_file_calls_it() throws Exception {
    var add = adding("add");
    var named = adding("named").error("23505", "already_there");

    try (var connector = open(add, named)) {
      assertThat(ask(connector, "add")).matches(result -> refused(result, "conflict"));
      assertThat(ask(connector, "named")).matches(result -> refused(result, "already_there"));
    }
  }

  private static AnOperation adding(String name) {
    return AnOperation.named(name)
        .effect(Effect.WRITES)
        .sql("insert into account(number) values('A/1 ''?')");
  }

  @Test
  void a_value_the_database_cannot_take_is_refused_as_invalid() throws Exception {
    var find =
        AnOperation.named("find")
            .input("id")
            .sql("select 1 from account where risk = cast(:id as int)");

    try (var connector = open(find)) {
      var result = ask(connector, "find", "id", "secret words");

      assertThat(result).matches(r -> refused(r, "invalid"));
      assertThat(result.toString()).doesNotContain("secret words");
    }
  }

  @Test
  void a_statement_the_database_does_not_understand_is_broken() throws Exception {
    try (var connector = open(AnOperation.named("find").sql("select nothing from nowhere"))) {
      assertThat(ask(connector, "find")).matches(result -> broken(result, Kind.FAILED));
      assertThat(ask(connector, "find").toString()).contains("SQLSTATE").doesNotContain("nowhere");
    }
  }

  @Test
  void refused_credentials_name_where_they_come_from() throws Exception {
    var file = Sample.sql(database.url(), AnOperation.named("find").sql("select 1"));
    try (var connector =
        Sample.whole(Connectors.open(file, _ -> Optional.of("wrong-" + Sample.CANARY)))) {
      assertThat(ask(connector, "find"))
          .isInstanceOf(Broken.class)
          .asString()
          .contains("`env:CANARY`")
          .doesNotContain(Sample.CANARY + "\"");
    }
  }

  @Test
  void a_change_that_is_given_up_before_it_is_saved_did_not_happen() throws Exception {
    var slow =
        AnOperation.named("slow")
            .effect(Effect.IRREVERSIBLE)
            .sql("update account set holder = pass('Bob')");

    try (var connector = open(slow)) {
      database.hold();
      assertThat(connector.invoke(invocation("slow", IMPATIENCE)))
          .isEqualTo(new Broken(Kind.FAILED, "`billing` did not answer in time", false));
      database.release();
    }
    assertThat(database.ask("select holder from account")).isEqualTo("Ann O'Hara");
  }

  @Test
  void a_change_whose_commit_does_not_answer_is_unknown() throws Exception {
    var committing = new CountDownLatch(1);
    var never = new CountDownLatch(1);

    try (var connector =
        over(
            Commits.by(
                database,
                connection -> {
                  committing.countDown();
                  await(never);
                  connection.commit();
                }))) {
      assertThat(connector.invoke(invocation("rename", IMPATIENCE)))
          .isEqualTo(new Unknown("key-1"));
      assertThat(committing.getCount()).isZero();
    } finally {
      never.countDown();
    }
  }

  @Test
  void a_change_whose_connection_breaks_while_saving_is_unknown() throws Exception {
    try (var connector =
        over(
            Commits.by(
                database,
                _ -> {
                  throw new SQLException("gone", "08006");
                }))) {
      assertThat(connector.invoke(invocation("rename", PATIENCE))).isEqualTo(new Unknown("key-1"));
    }
  }

  @Test
  void a_constraint_that_fails_at_the_end_is_a_refusal() throws Exception {
    try (var connector =
        over(
            Commits.by(
                database,
                _ -> {
                  throw new SQLException("duplicate", "23505");
                }))) {
      assertThat(connector.invoke(invocation("rename", PATIENCE)))
          .matches(result -> refused(result, "conflict"));
    }
  }

  @Test
  void when_all_connections_are_in_use_the_next_request_hears_so() throws Exception {
    var slow = AnOperation.named("slow").sql("select pass('x')");
    database.hold();

    try (var connector = open(slow);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          Stream.generate(() -> callers.submit(() -> ask(connector, "slow")))
              .limit(Pool.SIZE)
              .toList();
      for (int i = 0; i < Pool.SIZE; i++) database.awaitRequest();

      assertThat(ask(connector, "slow")).matches(result -> broken(result, Kind.BUSY));

      database.release();
      assertThat(waiting).extracting(Future::get).hasOnlyElementsOfType(Done.class);
    }
  }

  @Test
  void closing_gives_all_connections_back() throws Exception {
    try (var connector = open(AnOperation.named("find").sql("select 1"))) {
      ask(connector, "find");
      assertThat(sessions()).isGreaterThan(1);
    }
    assertThat(sessions()).isEqualTo(1);
  }

  private int sessions() {
    return Integer.parseInt(database.ask("select count(*) from information_schema.sessions"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Connector over(Connections connections) {
    var file =
        Sample.sql(
            "jdbc:h2:mem:unused",
            AnOperation.named("rename")
                .effect(Effect.WRITES)
                .sql("update account set holder = 'Bob'"));
    var schema = Schemas.of(file);
    return new SqlConnector(
        schema,
        SqlConnector.operations(file, schema),
        connections,
        new Troubles(new ConnectorName("billing"), ""));
  }

  private Connector open(AnOperation... operations) {
    return Sample.whole(Connectors.open(Sample.sql(database.url(), operations), Sample.SECRETS));
  }

  private static boolean refused(ToolResult result, String code) {
    return result instanceof Refused(var said, _) && said.equals(code);
  }

  private static boolean broken(ToolResult result, Kind kind) {
    return result instanceof Broken(var found, _, _) && found == kind;
  }
}
