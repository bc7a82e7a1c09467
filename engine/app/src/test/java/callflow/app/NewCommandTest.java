package callflow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewCommandTest {
  @TempDir Path folder;

  @Test
  void what_is_usual_checks_clean_is_in_order_and_its_calls_pass() {
    assertThat(CommandLineRun.of("new", there("my-desk"), "--yes").exit()).isZero();

    isSound("my-desk");
    assertThat(CommandLineRun.of("check", there("my-desk")).out())
        .contains("nothing to complain about");
  }

  @ParameterizedTest
  @CsvSource({
    "'en', 'mon-fri 08:00-18:00', none",
    "'de, en, fr, es', 'sat 09:00-13:00', orders",
    "'es', 'sun-thu 22:00-06:00', orders",
    "'fr, de', 'mon-sun 00:00-24:00', none"
  })
  void everything_can_be_said_by_options(String languages, String hours, String connector)
      throws IOException {
    var run =
        CommandLineRun.of(
            "new",
            there("parcels"),
            "--yes",
            "--title",
            "Nordpost: the \"fast\" one",
            "--greeting",
            "Guten Tag, # hier ist Nordpost: {hello}?",
            "--wants",
            "Öffnungszeiten, price of a parcel, price of a letter",
            "--transfer-to",
            "+4930123456",
            "--hours",
            hours,
            "--zone",
            "Europe/Berlin",
            "--languages",
            languages,
            "--connector",
            connector);

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(Files.readString(Path.of(there("parcels"), "parcels.flow.yaml")))
        .contains("to: \"+4930123456\"");
    isSound("parcels");
  }

  @Test
  void questions_are_asked_in_plain_words_and_again_when_an_answer_cannot_be_used()
      throws IOException {
    String answers =
        """
        Parcel Desk
        parcel-desk
        The parcel desk
        en
        Hello there.
        opening hours
        030 123456
        +4930123456
        mon-fri 08:00-17:00
        Europe/Berlin
        none
        """;

    var run = CommandLineRun.typing(answers, "new", there("parcels"));

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains("What is the flow called?")
        .contains("`Parcel Desk` can't be a flow's name")
        .contains("`030 123456` is not a telephone number in the international form");
    assertThat(Files.readString(Path.of(there("parcels"), "parcel-desk.flow.yaml")))
        .contains("title: \"The parcel desk\"")
        .contains("say: \"Hello there.\"")
        .contains("open: { mon-fri: \"08:00-17:00\" }");
    isSound("parcels");
  }

  @Test
  void empty_answers_stand_for_what_is_usual() {
    assertThat(CommandLineRun.typing("\n\n\n", "new", there("desk")).exit()).isZero();

    isSound("desk");
  }

  @Test
  void a_file_that_is_there_is_never_overwritten() throws IOException {
    Files.createDirectory(folder.resolve("desk"));
    var flow = Files.writeString(folder.resolve("desk/desk.flow.yaml"), "mine");

    var run = CommandLineRun.of("new", there("desk"), "--yes");

    assertThat(run.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(run.err()).contains("already; name another folder");
    assertThat(Files.readString(flow)).isEqualTo("mine");
  }

  @Test
  void an_option_that_cannot_be_used_is_wrong_usage_and_nothing_is_written() {
    var other =
        CommandLineRun.of(
            "new", there("other"), "--yes", "--transfer-to", "+4930123456", "--hours", "always");
    assertThat(other.exit()).isEqualTo(Main.WRONG_USAGE);
    assertThat(other.err()).contains("write them like mon-fri 08:00-18:00");
    assertThat(folder.resolve("other")).doesNotExist();
  }

  private String there(String name) {
    return folder.resolve(name).toString();
  }

  private void isSound(String name) {
    var check = CommandLineRun.of("check", "--strict", there(name));
    assertThat(check.exit()).as(check.out()).isZero();
    var test = CommandLineRun.of("test", there(name));
    assertThat(test.exit()).as(test.out() + test.err()).isZero();
    var format = CommandLineRun.of("format", "--check", there(name));
    assertThat(format.exit()).as(format.out()).isZero();
  }
}
