package callflow.simulator.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.VoiceSetup;
import callflow.simulator.drive.Cue;
import callflow.simulator.drive.ModelAct;
import callflow.simulator.drive.ModelAct.Request;
import callflow.simulator.drive.ModelAct.Speak;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RehearsalModelTest {
  private static final Type EIGHT_DIGITS = new Type.Digits(Optional.of(8), Optional.of(8));
  private static final Type EUROS =
      new Type.Money("EUR", Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.valueOf(2000)));

  private final RehearsalModel model = new RehearsalModel();

  @Test
  void several_values_of_one_sentence_are_recorded_together() {
    var acts =
        hear(
            identify(),
            "my number is one two three four five six seven eight, born on the first of february"
                + " 1990");

    assertThat(acts)
        .containsExactly(record("account", text("12345678"), "birth_date", date(1990, 2, 1)));
  }

  @Test
  void it_asks_for_the_first_value_it_does_not_know() {
    assertThat(opens(identify()))
        .containsExactly(new Speak("What is the eight-digit account number?"));
    assertThat(opens(identify().knows("account")))
        .containsExactly(new Speak("What is the customer's date of birth?"));
  }

  @Test
  void it_goes_on_to_the_next_value_when_one_is_recorded() {
    var answer = new Cue.Answer(VoiceSetup.RECORD, Value.Fields.NONE, done(Value.Fields.NONE));

    var acts = model.act(identify().knows("account").scene(), new Cue.Answered(List.of(answer)));

    assertThat(acts).containsExactly(new Speak("What is the customer's date of birth?"));
  }

  @Test
  void it_keeps_still_about_values_the_engine_asks_for() {
    var session = new Session().asksItself("amount", EUROS, "");

    assertThat(opens(session)).isEmpty();
    assertThat(hear(session, "hm, let me think")).isEmpty();
    assertThat(hear(session, "fifty euros"))
        .containsExactly(record("amount", Value.Decimal.of(50)));
  }

  @Test
  void a_value_that_almost_fits_is_left_to_the_engine_to_judge() {
    assertThat(hear(identify(), "it's 1234567"))
        .containsExactly(record("account", text("1234567")));
    assertThat(model.explanation().orElseThrow().reasons())
        .containsExactly(
            "`account` was not taken: what was said (1234567) needs 8 digits and has 7");
  }

  @Test
  void what_the_engine_says_about_a_value_is_said_to_the_caller() {
    var refused = new ToolResult.Refused("bad_value", "`account` needs 8 digits and has 7");
    var answer = new Cue.Answer(VoiceSetup.RECORD, Value.Fields.NONE, refused);

    assertThat(model.act(identify().scene(), new Cue.Answered(List.of(answer))))
        .containsExactly(
            new Speak(
                "Sorry, that needs 8 digits and has 7. What is the eight-digit account number?"));
  }

  @Test
  void an_amount_out_of_range_is_left_to_the_engine_also_where_the_engine_asks() {
    assertThat(hear(new Session().asksItself("amount", EUROS, ""), "3000"))
        .containsExactly(record("amount", Value.Decimal.of(3000)));
  }

  @Test
  void a_day_of_birth_needs_a_year_and_an_appointment_does_not() {
    assertThat(hear(identify().knows("account"), "on the fifth of march"))
        .containsExactly(
            new Speak("Sorry, that needs a year. What is the customer's date of birth?"));
    assertThat(
            hear(
                new Session().collects("day", Types.DATE, "the day of the visit"),
                "on the fifth of march"))
        .containsExactly(record("day", date(2026, 3, 5)));
  }

  @Test
  void a_value_the_caller_has_not_decided_on_is_not_taken() {
    assertThat(hear(new Session().collects("amount", EUROS, ""), "between 50 and 60"))
        .containsExactly(new Speak("Sorry, that could be more than one. What is the amount?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I do not want to pay",
        "I don't want to pay my bill",
        "quit paying",
        "please stop, I won't pay",
        "not the bill"
      })
  void what_the_caller_does_not_want_is_not_chosen(String words) {
    assertThat(hear(menu(), words)).hasOnlyElementsOfType(Speak.class);
  }

  @Test
  void after_a_denial_something_else_may_be_wanted() {
    assertThat(hear(menu(), "I don't want to pay, I want a real human please"))
        .containsExactly(choose("to_agent"));
    assertThat(hear(menu(), "I don't know how much I owe"))
        .containsExactly(new Request(new ToolName("get_balance"), Value.Fields.NONE));
  }

  @Test
  void an_example_that_denies_something_is_understood() {
    var session = new Session().offers("keep", "wants to keep it", "I do not want to cancel");

    assertThat(hear(session, "I don't want to cancel it")).containsExactly(choose("keep"));
  }

  @Test
  void the_day_and_the_month_of_a_date_are_corrected_together() {
    hear(identify(), "born on 4 march 1990");

    assertThat(hear(identify().knows("birth_date"), "no, the fifth of april"))
        .containsExactly(record("birth_date", date(1990, 4, 5)));
  }

  @Test
  void two_numbers_of_a_kind_are_told_apart_by_the_words_beside_them() {
    var session =
        new Session()
            .collects("customer", new Type.Digits(Optional.of(4), Optional.of(4)), "")
            .collects("meter", new Type.Digits(Optional.of(4), Optional.of(4)), "meter number");

    assertThat(hear(session, "the meter says 4711 and I am customer 1234"))
        .containsExactly(record("meter", text("4711"), "customer", text("1234")));
  }

  @Test
  void a_part_of_a_date_corrects_the_date() {
    hear(identify(), "born on 4 march 1990");

    assertThat(hear(identify().knows("birth_date"), "no, the fifth"))
        .containsExactly(record("birth_date", date(1990, 3, 5)));
  }

  @Test
  void what_is_known_is_not_taken_again_without_a_correction() {
    var session = identify().knows("account");

    assertThat(hear(session, "87654321")).hasOnlyElementsOfType(Speak.class);
    assertThat(hear(session, "sorry, it is 87654321"))
        .containsExactly(record("account", text("87654321")));
  }

  @Test
  void volunteered_values_are_taken_when_the_sentence_says_which_they_are() {
    var session = menu().takes("amount", EUROS, "").takes("account", EIGHT_DIGITS, "");

    assertThat(hear(session, "I want to pay fifty euros"))
        .containsExactly(record("amount", Value.Decimal.of(50)), choose("pay"));
    assertThat(hear(session, "I want to pay 50")).containsExactly(choose("pay"));
    assertThat(hear(session, "12345678")).containsExactly(record("account", text("12345678")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pay my bill please | pay",
        "I want to pay | pay",
        "I would like to pay something | pay",
        "no thanks | done",
        "that was all, bye | done",
        "can I talk to a real human please | to_agent",
        "a representative | to_agent"
      })
  void moves_are_chosen_by_examples_and_descriptions(String words, String move) {
    assertThat(hear(menu(), words)).containsExactly(choose(move));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how much do I owe you?",
        "could you tell me how much I owe, I lost the letter",
        "what is still to pay"
      })
  void tools_are_called_by_examples_and_descriptions(String words) {
    assertThat(hear(menu(), words))
        .containsExactly(new Request(new ToolName("get_balance"), Value.Fields.NONE));
  }

  @Test
  void words_that_fit_nothing_are_asked_about() {
    assertThat(hear(menu(), "bananas"))
        .containsExactly(
            new Speak(
                "Sorry, I did not understand that. You can say “how much do I owe”, “pay my bill”,"
                    + " “no thanks” or “agent”."));
  }

  @Test
  void a_tie_is_asked_back() {
    var session =
        new Session().offers("gas", "wants", "gas meter").offers("power", "wants", "power meter");

    assertThat(hear(session, "the meter"))
        .containsExactly(
            new Speak("Sorry, I am not sure what you mean: “gas meter” or “power meter”?"));
    assertThat(model.explanation().orElseThrow().reasons()).hasSize(2);
  }

  @Test
  void while_the_engine_waits_for_a_yes_only_a_clear_move_is_made() {
    var session = menu().confirming();

    assertThat(hear(session, "yes please")).isEmpty();
    assertThat(hear(session, "agent")).containsExactly(choose("to_agent"));
  }

  @Test
  void an_argument_that_is_missing_is_asked_for_before_the_tool_is_called() {
    var fields = new LinkedHashMap<String, Type.Field>();
    fields.put("topic", new Type.Field(Types.TEXT, true, false, "the topic"));
    var session =
        new Session().hasTool("search", "", new Type.Struct(fields), "search the articles");

    assertThat(hear(session, "search the articles"))
        .containsExactly(new Speak("What is the topic?"));
    assertThat(hear(session, "it's about late invoices."))
        .containsExactly(
            new Request(
                new ToolName("search"), Value.Fields.of("topic", text("about late invoices"))));
  }

  @Test
  void free_text_loses_its_polite_beginning() {
    var session = new Session().collects("name", Types.TEXT, "the caller's name");

    assertThat(hear(session, "my name is John Smith."))
        .containsExactly(record("name", text("John Smith")));
  }

  @Test
  void the_answer_of_a_tool_is_read_out_in_plain_words() {
    var result = done(Value.Fields.of("open_amount", new Value.Decimal(new BigDecimal("84.20"))));
    var answer = new Cue.Answer(new ToolName("get_balance"), Value.Fields.NONE, result);

    assertThat(model.act(menu().scene(), new Cue.Answered(List.of(answer))))
        .containsExactly(new Speak("Here is what I found: open amount is 84.20."));
  }

  @Test
  void a_state_with_guidance_only_shows_the_guidance() {
    assertThat(opens(new Session().guides("Tell the caller about the outage.")))
        .containsExactly(
            new Speak("(in the agent's own words: Tell the caller about the outage.)"));
  }

  @Test
  void it_can_say_why() {
    hear(identify(), "I am 12345678");

    assertThat(model.explanation())
        .contains(
            new Explanation(
                "I am 12345678",
                List.of(
                    "`account` is 12345678, from “12345678” read as digits: it is asked for"
                        + " here")));
  }

  private static Session identify() {
    return new Session()
        .collects("account", EIGHT_DIGITS, "the eight-digit account number")
        .collects("birth_date", Types.DATE, "the customer's date of birth")
        .offers("to_agent", "asks to speak to a person", "agent", "a real human please");
  }

  private static Session menu() {
    return new Session()
        .hasTool(
            "get_balance",
            "asks what is still to pay",
            Type.Struct.OPEN,
            "how much do I owe",
            "what is my balance")
        .offers("pay", "wants to pay", "pay my bill", "I want to pay")
        .offers("done", "has nothing else", "no thanks", "that was all")
        .offers(
            "to_agent",
            "asks to speak to a person",
            "agent",
            "representative",
            "a real human please");
  }

  private List<ModelAct> hear(Session session, String words) {
    return model.act(session.scene(), new Cue.Heard(words));
  }

  private List<ModelAct> opens(Session session) {
    return model.act(session.scene(), new Cue.Invited(""));
  }

  private static Request record(String name, Value value) {
    return new Request(VoiceSetup.RECORD, Value.Fields.of(name, value));
  }

  private static Request record(String name, Value value, String other, Value otherValue) {
    return new Request(VoiceSetup.RECORD, Value.Fields.of(name, value).with(other, otherValue));
  }

  private static Request choose(String move) {
    return new Request(VoiceSetup.CHOOSE, Value.Fields.of("move", text(move)));
  }

  private static ToolResult done(Value.Fields output) {
    return new ToolResult.Done(output);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value date(int year, int month, int day) {
    return new Value.Date(LocalDate.of(year, month, day));
  }
}
