package callflow.fakegrok.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlTest {
  private static final URI BASE = URI.create("https://flow.example/twilio/voice");

  @Test
  void connect_has_a_socket_parameters_and_an_address_for_what_comes_next() throws Exception {
    var verbs =
        Twiml.read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Response><Connect action="next?a=1&amp;b=2"><Stream url="wss://flow.example/media">
            <Parameter name="ticket" value="&lt;42&gt;"/></Stream></Connect></Response>
            """,
            BASE);

    assertThat(verbs)
        .containsExactly(
            new Verb.Connect(
                Optional.of(URI.create("https://flow.example/twilio/next?a=1&b=2")),
                URI.create("wss://flow.example/media"),
                Optional.empty(),
                Map.of("ticket", "<42>")));
  }

  @Test
  void other_verbs_are_read_in_their_order() throws Exception {
    var verbs =
        Twiml.read(
            """
            <Response><Say language="en-US"> Hello. </Say><Pause length="2"/>
            <Dial timeout="10" action="/done"><Number statusCallback="/up">+4930</Number></Dial>
            <Refer><Sip>sip:a@b</Sip></Refer><Redirect>/again</Redirect>
            <Reject reason="busy"/><Hangup/></Response>
            """,
            BASE);

    assertThat(verbs)
        .containsExactly(
            new Verb.Say("Hello."),
            new Verb.Pause(Duration.ofSeconds(2)),
            new Verb.Dial(
                Optional.of(URI.create("https://flow.example/done")),
                Duration.ofSeconds(10),
                List.of(
                    new Verb.Target("+4930", Optional.of(URI.create("https://flow.example/up"))))),
            new Verb.Refer(Optional.empty(), "sip:a@b"),
            new Verb.Redirect(URI.create("https://flow.example/again")),
            new Verb.Reject("busy"),
            new Verb.Hangup());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<!DOCTYPE x><Response/>",
        "<Antwort/>",
        "<Response><Sing/></Response>",
        "<Response><Say volume='11'>Hi</Say></Response>",
        "<Response><Connect><Stream url='wss://a/b?c=d'/></Connect></Response>",
        "<Response><Connect><Stream url='wss://a/b' track='both_tracks'/></Connect></Response>",
        "<Response><Connect/></Response>",
        "<Response><Dial timeout='soon'>+49</Dial></Response>",
        "<Response><Dial method='GET'>+49</Dial></Response>",
        "<Response><Dial><Client>joe</Client></Dial></Response>"
      })
  void what_twilio_would_not_take_is_refused(String answer) {
    assertThatThrownBy(() -> Twiml.read(answer, BASE)).isInstanceOf(CallFailed.class);
  }
}
