package callflow.runtime.session;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.engine.call.Event;
import callflow.engine.call.TransferOutcome;
import callflow.runtime.voice.VoiceService;
import callflow.value.ToolResult;
import callflow.value.Value;
import callflow.voice.VoiceRequest;
import callflow.voice.VoiceSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A live call from end to end, but for the sockets: the interpreter, the session and the bridge
/// together, on a clock the test winds.
class LiveCallTest {
  static final String MENU =
      """
      flow: test
      start: menu
      persona: You are Nora.
      tools:
        look: { use: desk.look, describe: Looks. }
        hang: { use: desk.never, describe: Never answers. }
      transfers:
        team: { to: "+4930123456" }
      defaults:
        silence:
          - after: 7s
            say: Are you still there?
          - after: 7s
            goto: bye
        on: { voice_lost: person, tool.failed: bye, tool.timeout: bye, tool.unknown: bye }
      states:
        menu:
          say: Welcome.
          prompt: Ask what is wanted.
          tools: [look, hang]
          choices:
            pay: { caller: wants to pay, dtmf: "1", goto: pay }
            done: { caller: is done, goto: bye }
            agent: { caller: wants a person, goto: person }
        pay:
          prompt: Talk about money.
          choices:
            back: { caller: wants to go back, dtmf: "9", goto: menu }
        person:
          transfer: team
          on: { busy: bye, no_answer: bye, declined: bye, voicemail: bye, failed: bye }
        bye:
          say: Goodbye.
          hangup: done
      """;

  static Value.Fields choose(String move) {
    return Value.Fields.of("move", new Value.Text(move));
  }

  /// Greeted, and the model's first words heard.
  static Rig inMenu() {
    return new Rig(MENU).up().reply("1", 400).reply("2", 600).heardOut();
  }

  @Test
  void the_session_is_set_up_before_anything_is_said_and_the_model_speaks_last() {
    var rig = new Rig(MENU);

    rig.hears(new VoiceSignal.Greeted(Optional.of("c")));
    assertThat(rig.dialect.sent).hasSize(1).first().isInstanceOf(VoiceRequest.Open.class);

    rig.hears(Rig.configured());
    assertThat(rig.spoken()).containsExactly("Welcome.");

    rig.reply("1", 300);
    assertThat(rig.dialect.sent.getLast()).isEqualTo(new VoiceRequest.SpeakFreely(""));
  }

  @Test
  void what_the_caller_says_before_the_session_is_set_up_is_kept_and_sent_then() {
    var rig = new Rig(MENU);

    rig.callerSound("early");
    assertThat(rig.toService).noneMatch(frame -> frame.startsWith("sound"));
    rig.up().callerSound("later");

    assertThat(rig.toService.stream().filter(frame -> frame.startsWith("sound")))
        .containsExactly("sound early", "sound later");
  }

  @Test
  void another_language_is_asked_for_with_the_session_of_the_next_state() {
    var rig =
        new Rig(
            """
            flow: test
            start: menu
            languages: [en, de]
            states:
              menu:
                say: { en: Welcome., de: Willkommen. }
                prompt: { en: Ask what is wanted., de: Frag nach dem Anliegen. }
                choices:
                  german: { caller: wants German, dtmf: "1", switch_language: de, goto: menu }
                  done: { caller: is done, goto: bye }
              bye:
                say: { en: Goodbye., de: Auf Wiederhören. }
                hangup: done
            """);
    rig.up().reply("1", 400).reply("2", 600).heardOut();

    rig.mail(new Mail.Key('1')).hears(Rig.configured());

    assertThat(rig.sent(VoiceRequest.ChangeLanguage.class))
        .singleElement()
        .extracting(change -> change.settings().voice().language())
        .isEqualTo("de");
    assertThat(rig.spoken()).containsExactly("Welcome.", "Willkommen.");
  }

  private static Rig withNotice() {
    return new Rig(
            """
            flow: test
            start: notice
            states:
              notice:
                say: This call is recorded.
                barge_in: no
                next: menu
              menu:
                prompt: Ask what is wanted.
                choices:
                  done: { caller: is done, dtmf: "1", goto: bye }
              bye:
                say: Goodbye.
                hangup: done
            """)
        .up();
  }

  @Test
  void while_something_must_be_heard_keys_mean_nothing_and_the_caller_is_kept_back() {
    var rig = withNotice();

    rig.hears(new VoiceSignal.ReplyStarted("1")).sound("1", 900).callerSound("interrupts");
    rig.mail(new Mail.Key('1')).hears(new VoiceSignal.CallerStarted("i1"));

    assertThat(rig.state()).isEqualTo("menu");
    assertThat(rig.toService).noneMatch(frame -> frame.startsWith("sound"));
    assertThat(rig.sent(VoiceRequest.StopReply.class)).isEmpty();
    assertThat(rig.sent(VoiceRequest.SpeakExactly.class))
        .containsExactly(new VoiceRequest.SpeakExactly("This call is recorded.", false));
  }

  @Test
  void when_it_has_been_heard_the_caller_is_listened_to_again() {
    var rig = withNotice().reply("1", 900).callerSound("early");
    assertThat(rig.toService).noneMatch(frame -> frame.startsWith("sound"));

    rig.heardOut();

    assertThat(rig.toService).contains("sound early");
    rig.mail(new Mail.Key('1'));
    assertThat(rig.state()).isEqualTo("ended");
  }

  @Test
  void a_choice_of_the_model_leads_to_the_next_state_behind_a_barrier() {
    var rig = inMenu();

    rig.callerSays("i1", "I want to pay")
        .hears(new VoiceSignal.ReplyStarted("3"))
        .asks("3", "call-1", "choose", choose("pay"));
    assertThat(rig.state()).as("not before the reply is done").isEqualTo("menu");
    rig.hears(new VoiceSignal.ReplyEnded("3", true));

    assertThat(rig.state()).isEqualTo("pay");
    assertThat(rig.dialect.sent.getLast()).isInstanceOf(VoiceRequest.Change.class);
    assertThat(rig.sent(VoiceRequest.AnswerTool.class)).hasSize(1);
    rig.hears(Rig.configured());
    assertThat(rig.dialect.sent.getLast()).isEqualTo(new VoiceRequest.SpeakFreely(""));
  }

  @Test
  void a_running_reply_is_stopped_before_the_session_is_changed_and_its_late_sound_is_dropped() {
    var rig = inMenu();
    rig.callerSays("i1", "hm").hears(new VoiceSignal.ReplyStarted("3")).sound("3", 200);
    int played = rig.leg.orders.size();

    rig.mail(new Mail.Key('1'));

    assertThat(rig.dialect.sent).contains(new VoiceRequest.StopReply(Optional.of("3")));
    assertThat(rig.sent(VoiceRequest.Change.class)).isEmpty();
    assertThat(rig.leg.orders.getLast()).isEqualTo("clear");
    rig.sound("3", 200);
    assertThat(rig.leg.orders).hasSize(played + 1);
    rig.hears(new VoiceSignal.ReplyEnded("3", false));
    assertThat(rig.dialect.sent.getLast()).isInstanceOf(VoiceRequest.Change.class);
    assertThat(rig.state()).isEqualTo("pay");
  }

  @Test
  void a_reply_that_does_not_end_when_it_is_stopped_holds_the_barrier_for_a_second_only() {
    var rig = inMenu();
    rig.callerSays("i1", "hm").hears(new VoiceSignal.ReplyStarted("3"));

    rig.mail(new Mail.Key('1')).pass(Duration.ofMillis(900));
    assertThat(rig.sent(VoiceRequest.Change.class)).isEmpty();
    rig.pass(Duration.ofMillis(200));

    assertThat(rig.sent(VoiceRequest.Change.class)).hasSize(1);
  }

  @Test
  void a_missing_acknowledgement_is_waited_for_two_seconds() {
    var rig = inMenu().mail(new Mail.Key('1'));

    rig.pass(Duration.ofMillis(1900));
    assertThat(rig.dialect.sent.getLast()).isInstanceOf(VoiceRequest.Change.class);
    rig.pass(Duration.ofMillis(200));

    assertThat(rig.dialect.sent.getLast()).isEqualTo(new VoiceRequest.SpeakFreely(""));
  }

  @Test
  void a_reply_the_service_begins_during_the_barrier_is_not_heard() {
    var rig = inMenu().mail(new Mail.Key('1'));
    int played = rig.leg.orders.size();

    rig.hears(new VoiceSignal.ReplyStarted("9")).sound("9", 100);

    assertThat(rig.leg.orders).hasSize(played);
  }

  @Test
  void what_a_tool_came_to_is_handed_over_when_the_reply_is_done_and_then_the_model_goes_on() {
    var rig = inMenu();

    rig.callerSays("i1", "look").hears(new VoiceSignal.ReplyStarted("3"));
    rig.asks("3", "call-1", "look", Value.Fields.NONE);
    assertThat(rig.sent(VoiceRequest.AnswerTool.class)).isEmpty();
    rig.hears(new VoiceSignal.ReplyEnded("3", true));
    awaitAnswer(rig);

    assertThat(rig.sent(VoiceRequest.AnswerTool.class))
        .singleElement()
        .satisfies(answer -> assertThat(answer.output()).contains("84.20"));
    assertThat(rig.dialect.sent.getLast()).isEqualTo(new VoiceRequest.SpeakFreely(""));
  }

  private static void awaitAnswer(Rig rig) {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (rig.events(Event.ToolReturned.class).isEmpty() && System.nanoTime() < patience) {
      Thread.onSpinWait();
      rig.deliver();
    }
  }

  @Test
  void a_connector_that_never_answers_is_given_up_in_time() {
    var rig = inMenu();

    rig.callerSays("i1", "hang").hears(new VoiceSignal.ReplyStarted("3"));
    rig.asks("3", "call-1", "hang", Value.Fields.NONE);
    rig.hears(new VoiceSignal.ReplyEnded("3", true)).pass(Duration.ofSeconds(8));

    assertThat(rig.events(Event.ToolReturned.class)).hasSize(1);
    assertThat(rig.state()).isIn("bye", "ended");
  }

  @Test
  void whoever_speaks_over_the_agent_stops_it_and_the_model_learns_what_was_heard() {
    var rig = inMenu();
    rig.callerSays("i1", "tell me").hears(new VoiceSignal.ReplyStarted("3")).sound("3", 5000);
    rig.pass(Duration.ofMillis(1500));

    rig.hears(new VoiceSignal.CallerStarted("i2"));

    assertThat(rig.leg.orders.getLast()).isEqualTo("clear");
    assertThat(rig.events(Event.CallerInterrupted.class))
        .singleElement()
        .satisfies(event -> assertThat(event.heard()).isEqualTo(Duration.ofMillis(1500)));
    assertThat(rig.sent(VoiceRequest.Truncate.class))
        .containsExactly(new VoiceRequest.Truncate("3", Duration.ofMillis(1500)));
  }

  @Test
  void a_pause_in_the_middle_of_a_reply_does_not_make_the_model_forget_what_was_heard_before_it() {
    var rig = inMenu();
    rig.callerSays("i1", "tell me").hears(new VoiceSignal.ReplyStarted("3")).sound("3", 2000);
    rig.pass(Duration.ofMillis(2500)).sound("3", 3000).pass(Duration.ofSeconds(1));

    rig.hears(new VoiceSignal.CallerStarted("i2"));

    assertThat(rig.sent(VoiceRequest.Truncate.class))
        .containsExactly(new VoiceRequest.Truncate("3", Duration.ofSeconds(3)));
  }

  @Test
  void what_waited_behind_an_interrupted_sentence_is_not_taken_as_said() {
    var rig = new Rig(MENU).up().reply("1", 3000).reply("2", 4000);
    rig.pass(Duration.ofSeconds(1));

    rig.hears(new VoiceSignal.CallerStarted("i1"));

    assertThat(rig.sent(VoiceRequest.Truncate.class))
        .containsExactly(
            new VoiceRequest.Truncate("1", Duration.ofSeconds(1)),
            new VoiceRequest.Truncate("2", Duration.ZERO));
  }

  @Test
  void a_turn_that_is_announced_twice_is_one() {
    var rig = inMenu();

    rig.hears(new VoiceSignal.CallerStarted("i1"), new VoiceSignal.CallerStarted("i1"));
    rig.hears(
        new VoiceSignal.CallerStopped("i1"),
        new VoiceSignal.CallerCommitted("i1"),
        new VoiceSignal.CallerWords("i1", "hello", false),
        new VoiceSignal.CallerWords("i1", "hello there", true),
        new VoiceSignal.CallerWords("i1", "hello there", true));

    assertThat(rig.events(Event.CallerSpoke.class)).hasSize(1);
    assertThat(rig.events(Event.CallerSaid.class))
        .extracting(Event.CallerSaid::transcript)
        .containsExactly("hello there");
  }

  @Test
  void words_that_come_after_the_reply_they_led_to_still_count_for_it() {
    var rig = inMenu();

    rig.hears(
            new VoiceSignal.CallerStarted("i1"),
            new VoiceSignal.CallerStopped("i1"),
            new VoiceSignal.CallerCommitted("i1"))
        .reply("3", 100);
    assertThat(rig.events.getLast()).isNotInstanceOf(Event.TurnEnded.class);
    rig.hears(new VoiceSignal.CallerWords("i1", "well", true));

    assertThat(rig.events.subList(rig.events.size() - 2, rig.events.size()))
        .hasExactlyElementsOfTypes(Event.CallerSaid.class, Event.TurnEnded.class);
  }

  @Test
  void silence_is_counted_from_the_end_of_what_the_caller_hears() {
    var rig = new Rig(MENU).up().reply("1", 300).reply("2", 4000);

    rig.pass(Duration.ofSeconds(4)).mail(new Mail.MarkReached(rig.leg.marks.getLast()));
    rig.pass(Duration.ofMillis(6900));
    assertThat(rig.spoken()).containsExactly("Welcome.");
    rig.pass(Duration.ofMillis(200));

    assertThat(rig.spoken()).containsExactly("Welcome.", "Are you still there?");
  }

  @Test
  void a_mark_that_never_returns_is_replaced_by_the_clock() {
    var rig = new Rig(MENU).up().reply("1", 300).reply("2", 1000);

    rig.pass(Duration.ofSeconds(1 + 3 + 7).plusMillis(400));

    assertThat(rig.spoken()).contains("Are you still there?");
  }

  @Test
  void a_hang_up_waits_until_the_goodbye_was_heard() {
    var rig = inMenu();

    rig.callerSays("i1", "bye").reply("3", 0).asks("3", "c", "choose", choose("done"));
    rig.callerSays("i2", "bye").hears(new VoiceSignal.ReplyStarted("4"));
    rig.asks("4", "c2", "choose", choose("done")).hears(new VoiceSignal.ReplyEnded("4", true));
    assertThat(rig.spoken()).contains("Goodbye.");
    rig.reply("5", 800);
    assertThat(rig.leg.orders).noneMatch(order -> order.startsWith("hang up"));
    rig.mail(new Mail.MarkReached(rig.leg.marks.getLast()));

    assertThat(rig.leg.orders.getLast()).isEqualTo("hang up []");
    assertThat(rig.over()).isTrue();
  }

  @Test
  void a_lost_socket_is_opened_anew_with_the_whole_set_up_and_the_old_conversation() {
    var rig = inMenu();

    rig.disconnected("1006").hears(new VoiceSignal.Greeted(Optional.of("conversation-1")));

    assertThat(rig.sent(VoiceRequest.Open.class)).hasSize(2);
    assertThat(rig.sent(VoiceRequest.Open.class).get(1).brief())
        .isEqualTo(rig.sent(VoiceRequest.Open.class).get(0).brief());
    assertThat(rig.dialect.resumed).contains("conversation-1");
    rig.hears(Rig.configured());
    assertThat(rig.dialect.sent.getLast()).isEqualTo(new VoiceRequest.SpeakFreely(""));
  }

  @Test
  void a_service_that_stays_away_takes_the_flows_own_path_and_what_it_could_not_say_is_not_lost() {
    var rig = inMenu();
    rig.unreachable = Optional.of(new IOException("refused"));

    rig.disconnected("1006").pass(Duration.ofSeconds(20));

    assertThat(rig.state()).isEqualTo("person");
    assertThat(rig.leg.orders.getLast()).startsWith("transfer +4930123456");
    rig.transferred(TransferOutcome.BUSY).pass(Duration.ofSeconds(30));
    assertThat(rig.leg.orders.getLast()).isEqualTo("hang up [Goodbye.]");
  }

  @Test
  void a_wrong_key_is_not_tried_again_and_again() {
    var rig = inMenu();
    rig.unreachable = Optional.of(new VoiceService.Refused("401"));

    rig.disconnected("1006").pass(Duration.ofSeconds(1));

    assertThat(rig.state()).isEqualTo("person");
  }

  @Test
  void a_reply_that_was_asked_for_and_never_begins_makes_the_session_start_anew() {
    var rig = new Rig(MENU).up();

    rig.pass(Duration.ofMillis(5100));

    assertThat(rig.events(Event.VoiceLost.class)).hasSize(1);
    assertThat(rig.toService).contains("close");
  }

  @Test
  void a_reply_without_an_end_is_closed_by_the_next() {
    var rig = inMenu();

    rig.callerSays("i1", "one").hears(new VoiceSignal.ReplyStarted("3"));
    rig.callerSays("i2", "two").reply("4", 300);

    assertThat(rig.events.getLast()).isInstanceOf(Event.TurnEnded.class);
    assertThat(rig.events(Event.VoiceLost.class)).isEmpty();
  }

  @Test
  void a_refused_set_up_counts_as_a_lost_session_and_in_the_end_takes_the_flows_path() {
    var rig = inMenu().mail(new Mail.Key('1'));
    var refused =
        new VoiceSignal.Complaint(VoiceSignal.Complaint.Kind.REFUSED, "invalid", "bad schema");

    rig.hears(refused).hears(refused).hears(refused);

    assertThat(rig.state()).isEqualTo("person");
  }

  @Test
  void a_service_that_is_busy_is_asked_again_when_it_is_free() {
    var rig = new Rig(MENU).up().reply("1", 200);
    var busy = new VoiceSignal.Complaint(VoiceSignal.Complaint.Kind.BUSY, "active", "busy");

    rig.hears(busy).pass(Duration.ofMillis(1100));

    assertThat(rig.sent(VoiceRequest.SpeakFreely.class)).hasSize(2);
  }

  @Test
  void sound_is_forwarded_only_of_the_reply_that_is_under_way() {
    var rig = inMenu();
    rig.callerSays("i1", "hm").hears(new VoiceSignal.ReplyStarted("3"));
    int before = rig.leg.orders.size();

    rig.sound("x", 100).sound("3", 100);

    assertThat(rig.leg.orders).hasSize(before + 1);
  }

  @Test
  void the_caller_hangs_up_and_nothing_is_left_open() {
    var rig = inMenu();

    rig.mail(new Mail.CallerGone());

    assertThat(rig.over()).isTrue();
    assertThat(rig.toService).contains("close");
  }

  @Test
  void what_is_looked_up_after_the_call_is_not_given_up_with_it() {
    var rig = new Rig(afterCall("look")).up();

    rig.mail(new Mail.CallerGone());
    awaitAnswer(rig);

    assertThat(rig.events(Event.ToolReturned.class))
        .singleElement()
        .satisfies(answer -> assertThat(answer.result()).isInstanceOf(ToolResult.Done.class));
    assertThat(rig.over()).isTrue();
  }

  @Test
  void the_line_is_left_while_the_tools_after_the_call_are_still_at_work() {
    var rig = new Rig(afterCall("hang, look")).up().reply("1", 300).reply("2", 300).heardOut();

    rig.callerSays("i1", "that is all").hears(new VoiceSignal.ReplyStarted("3"));
    rig.asks("3", "c", "choose", choose("done")).hears(new VoiceSignal.ReplyEnded("3", true));
    rig.reply("4", 300).heardOut();
    assertThat(rig.leg.orders.getLast()).startsWith("hang up");
    awaitAnswer(rig);
    assertThat(rig.over()).as("one has answered, the other not").isFalse();

    rig.pass(Duration.ofSeconds(8));
    assertThat(rig.events(Event.ToolReturned.class)).hasSize(2);
    assertThat(rig.over()).isTrue();
  }

  static String afterCall(String tools) {
    return MENU.replace("transfers:", "after_call: [" + tools + "]\ntransfers:");
  }

  @Test
  void during_a_transfer_the_session_is_closed_and_comes_back_with_the_caller() {
    var rig = inMenu();

    rig.callerSays("i1", "a person").hears(new VoiceSignal.ReplyStarted("3"));
    rig.asks("3", "c", "choose", choose("agent")).hears(new VoiceSignal.ReplyEnded("3", true));
    assertThat(rig.leg.orders.getLast()).isEqualTo("transfer +4930123456 []");
    assertThat(rig.toService).contains("close");
    rig.transferred(TransferOutcome.NO_ANSWER).up();

    assertThat(rig.spoken()).contains("Goodbye.");
  }

  @Test
  void a_gap_in_the_callers_sound_is_filled_with_silence_until_the_turn_ends() {
    var rig = inMenu().callerSound("words").hears(new VoiceSignal.CallerStarted("i1"));
    long before = sounds(rig);

    rig.pass(Duration.ofMillis(700));
    assertThat(sounds(rig)).isEqualTo(before);
    rig.pass(Duration.ofMillis(100));
    assertThat(sounds(rig)).isEqualTo(before + 1);
    rig.hears(new VoiceSignal.CallerStopped("i1")).pass(Duration.ofSeconds(3));

    assertThat(sounds(rig)).isEqualTo(before + 1);
  }

  private static long sounds(Rig rig) {
    return rig.toService.stream().filter(frame -> frame.startsWith("sound")).count();
  }

  @Test
  void a_caller_who_comes_back_from_a_transfer_is_still_known() {
    var rig = inMenu();

    rig.callerSays("i1", "a person").hears(new VoiceSignal.ReplyStarted("3"));
    rig.asks("3", "c", "choose", choose("agent")).hears(new VoiceSignal.ReplyEnded("3", true));
    rig.transferred(TransferOutcome.NO_ANSWER);

    assertThat(rig.dialect.resumed).contains("conversation-1");
  }
}
