package callflow.runtime.telephony.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TwilioAttackTest {
  @AutoClose private final Twilio twilio = new Twilio();

  @Test
  void not_one_of_200_flipped_bits_passes() {
    var target = "/twilio/voice";
    var fields = Twilio.call(Twilio.CALL, "ringing");
    var signature = twilio.signer.sign(Twilio.PUBLIC + target, fields);
    var body = Twilio.encoded(fields);
    var random = new Random(7);

    for (int i = 0; i < 200; i++) {
      boolean inBody = random.nextBoolean();
      var forgedBody = inBody ? flipped(body, random) : body;
      var forgedSignature = inBody ? signature : flipped(signature, random);

      var answer = twilio.post(target, forgedBody, forgedSignature);

      assertThat(answer.statusCode()).as("%s %s", forgedBody, forgedSignature).isEqualTo(403);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(twilio.switchboard.asked).isEmpty();
    assertThat(twilio.post(target, body, signature).statusCode()).isEqualTo(200);
  }

  /// Flips one of the lower bits of a letter, so that HTTP still carries it.
  private static String flipped(String text, Random random) {
    while (true) {
      var letters = text.getBytes(StandardCharsets.US_ASCII);
      int at = random.nextInt(letters.length);
      letters[at] ^= (byte) (1 << random.nextInt(6));
      boolean carried = letters[at] > ' ' && letters[at] < 127;
      // %2b and %2B are the same letter.
      boolean escape = text.lastIndexOf('%', at) >= Math.max(0, at - 2);
      boolean same = escape && Character.isLetter(letters[at]);
      if (carried && !same) return new String(letters, StandardCharsets.US_ASCII);
    }
  }

  @Test
  void a_signature_over_another_address_or_query_is_forged() {
    var fields = Twilio.call(Twilio.CALL, "ringing");
    var body = Twilio.encoded(fields);

    for (var url :
        List.of(
            Twilio.PUBLIC + "/twilio/status",
            Twilio.PUBLIC + "/twilio/voice?x=1",
            "http://calls.example.com/twilio/voice",
            "https://127.0.0.1/twilio/voice",
            "https://evil.example.com/twilio/voice")) {
      assertThat(twilio.post("/twilio/voice", body, twilio.signer.sign(url, fields)).statusCode())
          .as(url)
          .isEqualTo(403);
    }
    assertThat(twilio.post("/twilio/voice", body, "").statusCode()).isEqualTo(403);
    assertThat(twilio.counted(Counted.FORGED)).isEqualTo(6);
  }

  @Test
  void a_query_is_part_of_what_is_signed() {
    var fields = Twilio.call(Twilio.CALL, "ringing");

    assertThat(twilio.post("/twilio/voice?line=%C3%A4&b=a+b", fields).statusCode()).isEqualTo(200);
  }

  @Test
  void both_tokens_of_a_rotation_are_right_and_a_third_is_not() {
    var settings =
        new TwilioSettings(
            URI.create(Twilio.PUBLIC), List.of(new AuthToken("old"), new AuthToken("new")));
    try (var rotating = new Twilio(settings)) {
      var fields = Twilio.call(Twilio.CALL, "ringing");
      var body = Twilio.encoded(fields);
      var url = Twilio.PUBLIC + "/twilio/voice";

      for (var token : List.of("old", "new")) {
        var signature = new Signer(token).sign(url, fields);
        assertThat(rotating.post("/twilio/voice", body, signature).statusCode()).isEqualTo(200);
      }
      var other = new Signer("other").sign(url, fields);
      assertThat(rotating.post("/twilio/voice", body, other).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void fields_that_are_right_only_when_joined_are_refused() {
    var fields = Twilio.call(Twilio.CALL, "ringing");
    var signature = twilio.signer.sign(Twilio.PUBLIC + "/twilio/voice", fields);
    var shifted = new LinkedHashMap<>(fields);
    shifted.remove("CallSid");
    shifted.put("CallSi", "d" + Twilio.CALL);

    var answer = twilio.post("/twilio/voice", Twilio.encoded(shifted), signature);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(twilio.counted(Counted.FORGED)).isZero();
    assertThat(twilio.counted(Counted.MALFORMED)).isEqualTo(1);
  }

  @Test
  void a_field_that_comes_twice_is_refused_even_if_signed() {
    var fields = Twilio.call(Twilio.CALL, "ringing");
    var signature = twilio.signer.sign(Twilio.PUBLIC + "/twilio/voice", fields);

    var answer =
        twilio.post("/twilio/voice", Twilio.encoded(fields) + "&To=%2B15005550006", signature);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(twilio.counted(Counted.MALFORMED)).isEqualTo(1);
  }

  @Test
  void signed_fields_of_a_wrong_shape_are_refused() {
    var right = Twilio.call(Twilio.CALL, "ringing");

    for (var wrong :
        List.of(
            Twilio.with(right, "CallSid", "CA1"),
            Twilio.with(right, "CallSid", Twilio.CALL + "0"),
            Twilio.with(right, "AccountSid", "AC"),
            Twilio.with(right, "To", ""),
            Twilio.with(right, "From", "a\nb"),
            Twilio.with(right, "From", "1".repeat(256)))) {
      assertThat(twilio.post("/twilio/voice", wrong).statusCode()).isEqualTo(403);
    }
    assertThat(twilio.counted(Counted.MALFORMED)).isEqualTo(6);
    assertThat(twilio.switchboard.asked).isEmpty();
  }

  @Test
  void a_step_word_works_once_and_its_retry_gets_the_same_answer() throws Exception {
    var first = twilio.rings();
    twilio.talks();

    var second = twilio.asks(first, "in-progress").body();
    var retried = twilio.asks(first, "in-progress").body();
    assertThat(retried).isEqualTo(second);

    var third = twilio.asks(second, "in-progress").body();
    assertThat(twilio.asks(first, "in-progress").statusCode()).isEqualTo(403);
    assertThat(twilio.counted(Counted.STALE_STEP)).isEqualTo(1);
    assertThat(twilio.switchboard.next()).isEqualTo("mediaLost");
    twilio.comesBack(third);
  }

  @Test
  void a_step_word_is_good_for_its_own_address_and_call_only() throws Exception {
    var twiml = twilio.rings();
    twilio.rings(Twilio.OTHER_CALL);
    twilio.talks();
    var step = Twilio.action(twiml);

    var wrongPlace = step.replace("/continue/", "/dialled/");
    var fields = Twilio.call(Twilio.CALL, "in-progress");
    assertThat(twilio.post(wrongPlace, fields).statusCode()).isEqualTo(403);
    var other = Twilio.call(Twilio.OTHER_CALL, "in-progress");
    assertThat(twilio.post(step, other).statusCode()).isEqualTo(403);
    var guessed = "/twilio/continue/" + "0".repeat(32);
    assertThat(twilio.post(guessed, fields).statusCode()).isEqualTo(403);
    assertThat(twilio.post("/twilio/continue", fields).statusCode()).isEqualTo(404);
    assertThat(twilio.switchboard.untold()).isEmpty();
  }

  @Test
  void questions_about_calls_nobody_knows_are_404() {
    var fields = Twilio.call(Twilio.CALL, "completed");

    assertThat(twilio.post("/twilio/continue/" + "0".repeat(32), fields).statusCode())
        .isEqualTo(404);
    assertThat(twilio.post("/twilio/status", fields).statusCode()).isEqualTo(404);
    assertThat(twilio.counted(Counted.UNKNOWN_CALL)).isEqualTo(2);
  }

  @Test
  void an_upgrade_needs_the_signature_over_the_wss_address() throws Exception {
    var uri = URI.create(twilio.local("ws") + "/twilio/media");
    for (var url :
        List.of("https://calls.example.com/twilio/media", "wss://evil.example.com/twilio/media")) {
      var stream = new MediaStream(uri, twilio.signer.sign(url, Map.of()));

      assertThat(stream.connectBlocking()).as(url).isFalse();
    }
    assertThat(twilio.counted(Counted.FORGED_UPGRADE)).isEqualTo(2);
  }

  @Test
  void a_ticket_is_good_once_for_its_own_call_and_for_half_a_minute() throws Exception {
    var ticket = Twilio.ticket(twilio.rings());
    var otherTicket = Twilio.ticket(twilio.rings(Twilio.OTHER_CALL));

    assertThat(refused(Twilio.CALL, otherTicket)).isEqualTo("closed 1008");
    assertThat(refused(Twilio.CALL, "")).isEqualTo("closed 1008");
    assertThat(refused("CA" + "9".repeat(32), ticket)).isEqualTo("closed 1008");
    twilio.stream().start(Twilio.CALL, ticket);
    assertThat(twilio.switchboard.next()).isEqualTo("connected");
    assertThat(refused(Twilio.CALL, ticket)).isEqualTo("closed 1008");
    twilio.pulse.seconds(30);
    twilio.pulse.pass(Duration.ofMillis(1));
    assertThat(refused(Twilio.OTHER_CALL, otherTicket)).isEqualTo("closed 1008");
    assertThat(twilio.counted(Counted.WRONG_TICKET)).isEqualTo(5);
  }

  private String refused(String callSid, String ticket) throws InterruptedException {
    var stream = twilio.stream();
    stream.start(callSid, ticket);
    return stream.next();
  }

  @Test
  void a_socket_without_a_ticket_lives_three_seconds() throws Exception {
    var stream = twilio.stream();
    var right = twilio.talks();

    twilio.pulse.seconds(3);
    right.sound("AAAA");
    assertThat(twilio.switchboard.next()).isEqualTo("audio AAAA");
    assertThat(twilio.counted(Counted.UNPROVEN)).isZero();
    twilio.pulse.pass(Duration.ofMillis(1));

    assertThat(stream.next()).isEqualTo("closed 1008");
    assertThat(twilio.counted(Counted.UNPROVEN)).isEqualTo(1);
    right.sound("BBBB");
    assertThat(twilio.switchboard.next()).isEqualTo("audio BBBB");
  }

  @Test
  void a_socket_without_a_ticket_may_say_two_things_and_not_much() throws Exception {
    var connected = "{\"event\":\"connected\"}";
    var twice = twilio.stream();
    twice.send(connected);
    twice.send(connected);
    assertThat(twice.next()).isEqualTo("closed 1008");

    var eager = twilio.stream();
    eager.send(MediaStream.media(1, "AAAA"));
    assertThat(eager.next()).isEqualTo("closed 1008");

    var long1 = twilio.stream();
    var ticket = Twilio.ticket(twilio.rings());
    long1.send(" ".repeat(16 * 1024) + MediaStream.started(Twilio.CALL, ticket, "audio/x-mulaw"));
    assertThat(long1.next()).isEqualTo("closed 1008");

    assertThat(twilio.counted(Counted.UNPROVEN)).isEqualTo(3);
    assertThat(twilio.switchboard.untold()).isEmpty();
  }

  @Test
  void strangers_beyond_the_bound_are_not_let_in() throws Exception {
    var settings =
        new TwilioSettings(
            URI.create(Twilio.PUBLIC),
            List.of(new AuthToken(Twilio.TOKEN)),
            "/twilio",
            "en-US",
            10,
            2,
            TwilioTimings.DEFAULT);
    try (var small = new Twilio(settings)) {
      small.stream();
      small.stream();
      var signature = small.signer.sign("wss://calls.example.com/twilio/media", Map.of());
      var third = new MediaStream(URI.create(small.local("ws") + "/twilio/media"), signature);

      assertThat(third.connectBlocking()).isFalse();
      assertThat(small.counted(Counted.TOO_MANY_UNPROVEN)).isEqualTo(1);
    }
  }

  @Test
  void a_stream_in_another_encoding_is_refused() throws Exception {
    var ticket = Twilio.ticket(twilio.rings());
    var stream = twilio.stream();

    stream.send(MediaStream.started(Twilio.CALL, ticket, "audio/l16"));

    assertThat(stream.next()).isEqualTo("closed 1008");
    assertThat(twilio.counted(Counted.WRONG_FORMAT)).isEqualTo(1);
  }

  @Test
  void wrong_frames_are_ignored_and_the_hundredth_ends_the_socket_not_the_call() throws Exception {
    var twiml = twilio.rings();
    var stream = twilio.talks();
    var other = twilio.talks(Twilio.OTHER_CALL);
    var wrong =
        List.of(
            "no json",
            "{}",
            "{\"event\":\"dance\"}",
            "{\"event\":\"media\"}",
            MediaStream.media(9, "AA\\\"A"),
            MediaStream.media(9, "AAA"),
            MediaStream.media(9, "A".repeat(8196)),
            MediaStream.media(9, "AAAA").replace("inbound", "outbound"),
            MediaStream.media(9, "AAAA").replace(MediaStream.SID, "MZother"),
            "{\"event\":\"stop\",\"streamSid\":\"MZother\"}");

    for (int i = 0; i < 99; i++) stream.send(wrong.get(i % wrong.size()));
    stream.sound("AAAA");
    assertThat(twilio.switchboard.next()).isEqualTo("audio AAAA");
    stream.send(MediaStream.media(2, "BBBB"));

    assertThat(twilio.switchboard.next()).isEqualTo("mediaLost");
    assertThat(stream.next()).isEqualTo("closed 1008");
    assertThat(twilio.counted(Counted.BAD_FRAME)).isEqualTo(100);
    assertThat(twilio.counted(Counted.BAD_SOCKET)).isEqualTo(1);
    other.sound("CCCC");
    assertThat(twilio.switchboard.next()).isEqualTo("audio CCCC");
    twilio.comesBack(twilio.asks(twiml, "in-progress").body());
  }

  @Test
  void a_key_that_is_told_twice_was_pressed_once() throws Exception {
    var stream = twilio.talks();

    stream.digit(7, "1");
    stream.digit(7, "1");
    stream.digit(6, "3");
    stream.digit(8, "2");

    assertThat(twilio.switchboard.next()).isEqualTo("digit 1");
    assertThat(twilio.switchboard.next()).isEqualTo("digit 2");
    assertThat(twilio.counted(Counted.BAD_FRAME)).isEqualTo(2);
  }

  @Test
  void of_a_flood_of_keys_twenty_a_second_are_kept() throws Exception {
    var stream = twilio.talks();

    for (int i = 0; i < 1000; i++) stream.digit("1");
    stream.sound("AAAA");
    for (int i = 0; i < 20; i++) assertThat(twilio.switchboard.next()).isEqualTo("digit 1");
    assertThat(twilio.switchboard.next()).isEqualTo("audio AAAA");
    twilio.pulse.seconds(1);
    for (int i = 0; i < 21; i++) stream.digit("2");
    stream.sound("BBBB");

    for (int i = 0; i < 20; i++) assertThat(twilio.switchboard.next()).isEqualTo("digit 2");
    assertThat(twilio.switchboard.next()).isEqualTo("audio BBBB");
    assertThat(twilio.counted(Counted.DIGIT_DROPPED)).isEqualTo(981);
  }

  @Test
  void secrets_are_not_printed() {
    var settings = new TwilioSettings(URI.create(Twilio.PUBLIC), List.of(new AuthToken("s3cr3t")));

    assertThat(settings.toString()).contains("***").doesNotContain("s3cr3t");
  }

  @Test
  void settings_that_can_not_work_are_refused_by_name() {
    var tokens = List.of(new AuthToken("t"));
    for (var url :
        List.of(
            "http://calls.example.com",
            "https://calls.example.com/",
            "https://calls.example.com?x",
            "https://me@calls.example.com",
            "calls.example.com")) {
      assertThatThrownBy(() -> new TwilioSettings(URI.create(url), tokens))
          .as(url)
          .hasMessageContaining("publicUrl must be like https://calls.example.com");
    }
    assertThatThrownBy(() -> new TwilioSettings(URI.create(Twilio.PUBLIC), List.of()))
        .hasMessageContaining("no auth token");
    assertThat(new TwilioSettings(URI.create("http://127.0.0.1:8080"), tokens).socket("/x"))
        .isEqualTo("ws://127.0.0.1:8080/x");
  }
}
