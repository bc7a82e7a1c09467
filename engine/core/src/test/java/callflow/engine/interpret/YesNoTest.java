package callflow.engine.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YesNoTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "Yes please.",
        "yeah, go ahead",
        "sure",
        "of course",
        "that's right",
        "ok do it",
        "Ja, bitte",
        "sí",
        "oui",
        "bien sûr",
        "yes I want to pay that",
        "please do"
      })
  void plain_agreement_is_a_yes(String words) {
    assertThat(YesNo.of(words)).isEqualTo(YesNo.YES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "No, thank you",
        "don't",
        "please don't",
        "cancel that",
        "nein",
        "non",
        "stop",
        "no, rather not",
        "no thanks, not now",
        "I don't want to",
        "no way"
      })
  void plain_refusal_is_a_no(String words) {
    assertThat(YesNo.of(words)).isEqualTo(YesNo.NO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hm",
        "ok forget it",
        "fine, leave it",
        "yes pay more",
        "okay I'm fine thanks",
        "is that right",
        "would that be correct",
        "do you have the right account",
        "ist das richtig",
        "I don't mind",
        "ok that's way too much",
        "please",
        "ok and then",
        "yes, 70 euros",
        "yes for 40 euros only",
        "Yes, tomorrow",
        "yeah thirty",
        "no, five hundred",
        "no, 5 March 2026",
        "I said sixty",
        "please that's my account",
        "yes, but make it forty",
        "yes?",
        "how much was that",
        "I don't know",
        "yes no",
        "wait a moment",
        "fifty",
        "fifty please",
        "okay so my number is 12",
        "could you say that again please",
        "that would be great if it worked",
        "if it is free, yes",
        "I was told that yesterday a man came by"
      })
  void anything_else_is_asked_again(String words) {
    assertThat(YesNo.of(words)).isEqualTo(YesNo.UNCLEAR);
  }
}
