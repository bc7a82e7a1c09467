package callflow.runtime.session;

import static callflow.runtime.session.LiveCallTest.choose;
import static callflow.runtime.session.LiveCallTest.inMenu;
import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Event;
import callflow.value.ToolCallId;
import callflow.value.ToolResult;
import callflow.value.Value;
import callflow.voice.VoiceRequest;
import callflow.voice.VoiceSignal;
import callflow.voice.VoiceSignal.Complaint;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What goes wrong between us and the service, at moments it had better not.
class FaultyServiceTest {
  private static final Complaint BUSY = new Complaint(Complaint.Kind.BUSY, "active", "busy");

  private static VoiceSignal began(String reply) {
    return new VoiceSignal.ReplyStarted(reply);
  }

  private static VoiceSignal ended(String reply, boolean complete) {
    return new VoiceSignal.ReplyEnded(reply, complete);
  }

  private static Rig turn(Rig rig, String item) {
    return rig.hears(
        new VoiceSignal.CallerStarted(item),
        new VoiceSignal.CallerStopped(item),
        new VoiceSignal.CallerCommitted(item));
  }

  @Test
  void a_connection_that_stands_only_when_the_call_is_over_is_closed() {
    var rig = inMenu();
    rig.slow = true;
    rig.disconnected("1006");
    int closed = Collections.frequency(rig.toService, "close");

    rig.mail(new Mail.CallerGone());
    assertThat(rig.over()).isTrue();
    rig.late.forEach(Runnable::run);

    assertThat(Collections.frequency(rig.toService, "close")).isEqualTo(closed + 1);
  }

  @Test
  void a_service_that_does_not_greet_is_set_up_all_the_same() {
    var rig = new Rig(LiveCallTest.MENU);

    rig.pass(Duration.ofMillis(2100));

    assertThat(rig.sent(VoiceRequest.Open.class)).hasSize(1);
  }

  @Test
  void an_address_nobody_can_connect_to_takes_the_flows_own_path() {
    var rig = inMenu();
    rig.impossible = Optional.of(new IllegalArgumentException("no such scheme"));

    rig.disconnected("1006").pass(Duration.ofSeconds(1));

    assertThat(rig.state()).isEqualTo("person");
  }

  @Test
  void a_service_that_drops_every_connection_is_given_up_also_when_only_the_goodbye_is_left() {
    var rig = inMenu();
    rig.callerSays("i1", "bye").hears(began("3")).asks("3", "c", "choose", choose("done"));
    rig.hears(ended("3", true));

    for (int i = 0; i < 20; i++) {
      rig.disconnected("1006").pass(Duration.ofMillis(600)).up();
    }

    assertThat(rig.sent(VoiceRequest.Open.class)).hasSizeLessThan(6);
    assertThat(rig.leg.orders.getLast()).isEqualTo("hang up [Goodbye.]");
  }

  @Test
  void a_sentence_that_was_overtaken_is_not_said_on_the_next_connection() {
    var rig = new Rig(LiveCallTest.MENU).up().mail(new Mail.Key('1'));

    rig.disconnected("1006").up();

    assertThat(rig.spoken()).containsExactly("Welcome.");
  }

  @Test
  void a_sentence_the_caller_cut_off_is_not_said_on_the_next_connection() {
    var rig = new Rig(LiveCallTest.MENU).up().hears(began("1")).sound("1", 3000);

    rig.hears(new VoiceSignal.CallerStarted("i1")).disconnected("1006").up();

    assertThat(rig.spoken()).containsExactly("Welcome.");
  }

  @Test
  void the_answer_to_the_caller_is_not_taken_for_a_reply_that_was_overtaken_and_never_came() {
    var rig = new Rig(LiveCallTest.MENU).up().mail(new Mail.Key('1')).hears(Rig.configured());

    turn(rig, "i1").hears(began("7")).sound("7", 200);

    assertThat(rig.leg.orders.getLast()).startsWith("play");
    assertThat(rig.sent(VoiceRequest.StopReply.class)).isEmpty();
  }

  @Test
  void a_reply_that_was_overtaken_and_never_comes_does_not_cost_the_connection() {
    var rig = new Rig(LiveCallTest.MENU).up().mail(new Mail.Key('1')).hears(Rig.configured());

    rig.pass(Duration.ofMillis(5100));

    assertThat(rig.events(Event.VoiceLost.class)).isEmpty();
    assertThat(rig.dialect.sent.getLast()).isEqualTo(new VoiceRequest.SpeakFreely(""));
  }

  @Test
  void a_sentence_that_fails_again_and_again_is_given_up_and_the_silence_ladder_goes_on() {
    var rig = new Rig(LiveCallTest.MENU).up();

    for (int i = 0; i < 10; i++) rig.hears(began("r" + i), ended("r" + i, false));

    assertThat(rig.spoken()).hasSize(3);
    assertThat(rig.sent(VoiceRequest.SpeakFreely.class)).hasSize(3);
    rig.pass(Duration.ofMillis(7100));
    assertThat(rig.spoken()).endsWith("Are you still there?");
  }

  @Test
  void a_sentence_waits_for_the_reply_the_service_is_about_to_begin_to_the_callers_turn() {
    var rig = new Rig(BareServiceTest.FLOW).up().reply("1", 300).heardOut();
    rig.mail(new Mail.Key('5'));
    turn(rig, "i1").hears(Rig.configured());
    assertThat(rig.spoken()).isEmpty();
    int played = rig.leg.orders.size();

    rig.hears(began("o")).sound("o", 200).hears(ended("o", true));
    assertThat(rig.leg.orders).as("the model keeps still").hasSize(played);
    assertThat(rig.spoken()).containsExactly("Shall I look?");
    rig.hears(began("q")).sound("q", 200);

    assertThat(rig.leg.orders).hasSize(played + 1);
  }

  @Test
  void a_reply_that_was_taken_for_the_question_is_silenced_and_the_question_put_after_it() {
    var rig = new Rig(BareServiceTest.FLOW).up().reply("1", 300).heardOut();
    rig.mail(new Mail.Key('5')).hears(Rig.configured());
    assertThat(rig.spoken()).containsExactly("Shall I look?");

    rig.hears(began("o"), BUSY);
    int played = rig.leg.orders.size();
    rig.sound("o", 200).hears(ended("o", true));

    assertThat(rig.leg.orders).hasSize(played);
    assertThat(rig.spoken()).containsExactly("Shall I look?", "Shall I look?");
  }

  @Test
  void a_service_that_stays_busy_for_good_is_left_for_another_connection() {
    var rig = new Rig(LiveCallTest.MENU).up();

    for (int i = 0; i < 6; i++) rig.hears(BUSY).pass(Duration.ofMillis(1010));

    assertThat(rig.events(Event.VoiceLost.class)).hasSize(1);
  }

  @Test
  void what_a_tool_came_to_is_told_to_the_model_although_the_connection_was_lost_meanwhile() {
    var rig = inMenu().callerSays("i1", "look").hears(began("3"));
    rig.asks("3", "call-1", "hang", Value.Fields.NONE).hears(ended("3", true));
    rig.disconnected("1006").up().reply("4", 300).heardOut();
    int asked = rig.sent(VoiceRequest.SpeakFreely.class).size();

    rig.mail(
        new Mail.ToolAnswered(new ToolCallId("call-1"), new ToolResult.Done(Value.Fields.NONE)));

    assertThat(rig.sent(VoiceRequest.AnswerTool.class)).hasSize(1);
    assertThat(rig.sent(VoiceRequest.SpeakFreely.class)).hasSize(asked + 1);
  }

  @Test
  void a_request_that_is_sent_twice_is_made_once() {
    var rig = inMenu().callerSays("i1", "look").hears(began("3"));
    rig.asks("3", "call-1", "look", Value.Fields.NONE);
    rig.asks("3", "call-1", "look", Value.Fields.NONE).hears(ended("3", true));

    rig.hears(began("4")).asks("4", "call-1", "look", Value.Fields.NONE).hears(ended("4", true));

    assertThat(rig.events(Event.ToolRequested.class)).hasSize(1);
  }

  @Test
  void requests_that_wait_for_the_callers_words_do_not_drive_each_other_out() {
    var rig = new Rig(BareServiceTest.FLOW, Rig.BARE).hears(Rig.configured()).sound("-", 100);
    rig.pass(Duration.ofSeconds(1));
    rig.mail(new Mail.CallerSound(true)).mail(new Mail.CallerSound(false));

    rig.asks("", "a", "unknown", Value.Fields.NONE).asks("", "b", "unknown", Value.Fields.NONE);
    rig.pass(Duration.ofSeconds(1));

    assertThat(rig.events(Event.ToolRequested.class)).hasSize(2);
  }

  @Test
  void a_request_that_waited_is_not_made_in_a_state_that_was_entered_meanwhile() {
    var rig = turn(inMenu(), "i1").hears(began("3"));
    rig.asks("3", "call-1", "choose", choose("back")).hears(ended("3", true));

    rig.mail(new Mail.Key('1')).hears(Rig.configured());
    rig.hears(new VoiceSignal.CallerWords("i1", "go back", true));

    assertThat(rig.state()).isEqualTo("pay");
    assertThat(rig.events(Event.ToolRequested.class)).isEmpty();
    assertThat(rig.sent(VoiceRequest.AnswerTool.class))
        .singleElement()
        .satisfies(answer -> assertThat(answer.output()).contains("moved_on"));
  }

  @Test
  void a_reply_begun_during_the_barrier_is_stopped_and_the_model_asked_again_behind_it() {
    var rig = inMenu().mail(new Mail.Key('1'));

    rig.hears(began("9")).asks("9", "c", "choose", choose("back")).hears(ended("9", true));
    rig.hears(Rig.configured());

    assertThat(rig.sent(VoiceRequest.StopReply.class)).hasSize(1);
    assertThat(rig.state()).isEqualTo("pay");
    assertThat(rig.dialect.sent.getLast()).isEqualTo(new VoiceRequest.SpeakFreely(""));
    assertThat(rig.events(Event.ToolRequested.class)).isEmpty();
  }

  @Test
  void a_request_without_a_sound_is_an_answer_too() {
    var rig = new Rig(BareServiceTest.FLOW, Rig.BARE).hears(Rig.configured());

    rig.asks("", "a", "unknown", Value.Fields.NONE).pass(Duration.ofSeconds(6));

    assertThat(rig.events(Event.VoiceLost.class)).isEmpty();
  }

  @Test
  void the_end_of_a_turn_during_a_change_is_told_after_it() {
    var rig = new Rig(BareServiceTest.FLOW, Rig.BARE);

    rig.mail(new Mail.CallerSound(true)).mail(new Mail.CallerSound(false));
    assertThat(rig.sent(VoiceRequest.EndCallerTurn.class)).isEmpty();
    rig.hears(Rig.configured());

    assertThat(rig.sent(VoiceRequest.EndCallerTurn.class)).hasSize(1);
  }

  @Test
  void what_was_being_said_when_the_media_went_away_is_said_when_it_is_back() {
    var rig = new Rig(LiveCallTest.MENU).up().hears(began("1")).sound("1", 3000);

    rig.mail(new Mail.MediaLost()).hears(ended("1", false));
    assertThat(rig.spoken()).hasSize(1);
    rig.mail(new Mail.MediaBack());

    assertThat(rig.spoken()).containsExactly("Welcome.", "Welcome.");
  }

  @Test
  void a_sentence_whose_end_was_not_heard_when_the_media_went_away_is_said_again() {
    var rig = new Rig(LiveCallTest.MENU).up().reply("1", 5000).pass(Duration.ofSeconds(1));

    rig.mail(new Mail.MediaLost()).reply("2", 300).mail(new Mail.MediaBack());

    assertThat(rig.spoken()).containsExactly("Welcome.", "Welcome.");
  }

  @Test
  void a_sentence_that_was_heard_is_not_said_again_when_the_media_goes_away_behind_it() {
    var rig = new Rig(LiveCallTest.MENU).up().reply("1", 500);
    rig.hears(began("2")).sound("2", 4000).pass(Duration.ofSeconds(1));
    rig.mail(new Mail.MarkReached(rig.leg.marks.getFirst())).hears(ended("2", true));
    int asked = rig.sent(VoiceRequest.SpeakFreely.class).size();

    rig.mail(new Mail.MediaLost()).mail(new Mail.MediaBack());

    assertThat(rig.spoken()).containsExactly("Welcome.");
    assertThat(rig.sent(VoiceRequest.SpeakFreely.class)).as("the model").hasSize(asked + 1);
    assertThat(rig.sent(VoiceRequest.Truncate.class))
        .containsExactly(new VoiceRequest.Truncate("2", Duration.ofMillis(500)));
  }

  @Test
  void a_turn_whose_end_got_lost_does_not_keep_the_caller_from_interrupting_the_next_reply() {
    var rig = inMenu().hears(new VoiceSignal.CallerStarted("i1"), began("3")).sound("3", 5000);

    rig.pass(Duration.ofSeconds(1)).hears(new VoiceSignal.CallerStarted("i2"));

    assertThat(rig.events(Event.CallerInterrupted.class)).hasSize(1);
  }

  @Test
  void endless_words_are_cut() {
    var rig = inMenu().callerSays("i1", "x".repeat(500_000));

    assertThat(rig.events(Event.CallerSaid.class))
        .singleElement()
        .satisfies(said -> assertThat(said.transcript()).hasSizeLessThan(5_000));
  }

  @Test
  void what_was_sent_before_the_connection_broke_is_heard_out_before_the_line_counts_as_quiet() {
    var rig = inMenu().callerSays("i1", "hm").hears(began("3")).sound("3", 4000);
    rig.hears(ended("3", true));
    int quiet = rig.events(Event.PlaybackEnded.class).size();

    rig.disconnected("1006").up().reply("4", 0);
    assertThat(rig.events(Event.PlaybackEnded.class)).hasSize(quiet);
    rig.pass(Duration.ofSeconds(4)).mail(new Mail.MarkReached(rig.leg.marks.getLast()));

    assertThat(rig.events(Event.PlaybackEnded.class)).hasSize(quiet + 1);
  }
}
