package callflow.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressesTest {
  private final VoiceDialect dialect = new RealtimeDialect();

  @Test
  void the_model_is_chosen_in_the_address() {
    assertThat(endpoint("wss://api.x.ai/v1/realtime", "grok-voice-latest", Optional.empty()))
        .isEqualTo("wss://api.x.ai/v1/realtime?model=grok-voice-latest");
  }

  @Test
  void a_lost_conversation_is_named_in_the_address() {
    assertThat(endpoint("wss://api.x.ai/v1/realtime", "m", Optional.of("c-1")))
        .isEqualTo("wss://api.x.ai/v1/realtime?model=m&conversation_id=c-1");
  }

  @Test
  void other_parameters_are_kept_as_written() {
    assertThat(
            endpoint(
                "ws://127.0.0.1:9/a?reasoning.effort=none&x=%2F&model=old#part",
                "m", Optional.empty()))
        .isEqualTo("ws://127.0.0.1:9/a?reasoning.effort=none&x=%2F&model=m");
  }

  @Test
  void what_is_put_in_cannot_become_another_parameter() {
    assertThat(endpoint("wss://h/v1", "a&b=c d/ü", Optional.of("x#y")))
        .isEqualTo("wss://h/v1?model=a%26b%3Dc%20d%2F%C3%BC&conversation_id=x%23y");
  }

  @Test
  void without_a_model_the_service_takes_its_own() {
    assertThat(endpoint("wss://h/v1?", "", Optional.empty())).isEqualTo("wss://h/v1");
  }

  @Test
  void the_voice_agent_names_its_model_in_the_session() {
    var address = URI.create("wss://api.x.ai/v1/voice/agent?a=b");

    assertThat(new VoiceAgentDialect().endpoint(address, "m", Optional.of("c"))).isEqualTo(address);
  }

  private String endpoint(String service, String model, Optional<String> conversation) {
    return dialect.endpoint(URI.create(service), model, conversation).toString();
  }
}
