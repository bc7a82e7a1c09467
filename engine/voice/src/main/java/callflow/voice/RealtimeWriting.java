package callflow.voice;

import static callflow.voice.JsonWriting.number;
import static callflow.voice.JsonWriting.text;
import static callflow.voice.JsonWriting.texts;
import static callflow.voice.JsonWriting.with;

import callflow.program.VoiceSettings;
import callflow.value.AudioFormat;
import callflow.value.Value;
import callflow.voice.SessionSettings.TurnTaking;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The client's events of the realtime dialect, in xAI's shapes.
final class RealtimeWriting {
  /// What the service takes of each; more would refuse the whole session.
  private static final int MOST_KEYTERMS = 100;

  private static final int LONGEST_KEYTERM = 50;

  private static final Value.Fields CREATE = with("type", "response.create");
  private static final Value YES = new Value.Bool(true);

  private RealtimeWriting() {}

  static List<Value.Fields> events(VoiceRequest request) {
    return switch (request) {
      case VoiceRequest.Open(var settings, var brief) -> List.of(update(open(settings, brief)));
      case VoiceRequest.Change(_, var brief) -> List.of(update(briefed(brief)));
      case VoiceRequest.ChangeLanguage(var settings, var brief) ->
          List.of(update(briefed(brief).with("audio", heardIn(settings))));
      case VoiceRequest.SpeakExactly(var text, var interruptible) ->
          List.of(item(spoken(text, interruptible)));
      case VoiceRequest.SpeakFreely(var note) when note.isBlank() -> List.of(CREATE);
      case VoiceRequest.SpeakFreely(var note) -> List.of(item(noted(note)), CREATE);
      case VoiceRequest.AnswerTool(var id, var output) ->
          List.of(
              item(
                  with("type", "function_call_output")
                      .with("call_id", text(id.value()))
                      .with("output", text(output))));
      case VoiceRequest.StopReply(var reply) -> List.of(cancel(reply));
      case VoiceRequest.Truncate(var item, var heard) ->
          List.of(
              with("type", "conversation.item.truncate")
                  .with("item_id", text(item))
                  .with("content_index", number(0))
                  .with("audio_end_ms", number(heard.toMillis())));
      case VoiceRequest.EndCallerTurn() ->
          List.of(with("type", "input_audio_buffer.commit"), CREATE);
    };
  }

  private static Value.Fields update(Value.Fields session) {
    return with("type", "session.update").with("session", session);
  }

  /// What may change in mid-call. Voice and formats sent again could have all of it refused.
  private static Value.Fields briefed(Brief brief) {
    return with("instructions", brief.instructions()).with("tools", Tools.flat(brief.functions()));
  }

  /// In which language the caller is listened to, the one part of the sound that may change.
  private static Value.Fields heardIn(SessionSettings settings) {
    var transcription = transcription(settings.voice(), settings.keyterms());
    return Value.Fields.of("input", Value.Fields.of("transcription", transcription));
  }

  private static Value.Fields open(SessionSettings settings, Brief brief) {
    var voice = settings.voice();
    return with("instructions", brief.instructions())
        .with("voice", text(voice.name()))
        .with("turn_detection", detection(settings.turns()))
        .with("audio", audio(settings))
        .with("tools", Tools.flat(brief.functions()))
        .with("resumption", Value.Fields.of("enabled", YES));
  }

  /// Always sent: without it turn detection is off, and transcripts grow without end.
  private static Value.Fields detection(TurnTaking turns) {
    return with("type", "server_vad")
        .with("threshold", new Value.Decimal(BigDecimal.valueOf(turns.threshold())))
        .with("silence_duration_ms", number(turns.silenceMillis()))
        .with("prefix_padding_ms", number(turns.prefixMillis()))
        .with("create_response", YES)
        .with("interrupt_response", YES);
  }

  private static Value.Fields audio(SessionSettings settings) {
    var format = format(settings.audio());
    var input =
        Value.Fields.of("format", format)
            .with("transcription", transcription(settings.voice(), settings.keyterms()));
    var output =
        Value.Fields.of("format", format)
            .with("speed", new Value.Decimal(settings.voice().speed()));
    return Value.Fields.of("input", input).with("output", output);
  }

  private static Value.Fields format(AudioFormat format) {
    return switch (format.encoding()) {
      case MU_LAW -> with("type", "audio/pcmu");
      case A_LAW -> with("type", "audio/pcma");
      case PCM -> with("type", "audio/pcm").with("rate", number(format.rate()));
    };
  }

  private static Value.Fields transcription(VoiceSettings voice, List<String> keyterms) {
    var transcription = with("model", "grok-transcribe");
    if (!voice.language().equals("auto")) {
      transcription = transcription.with("language_hint", text(voice.language()));
    }
    var terms =
        keyterms.stream()
            .filter(term -> term.length() <= LONGEST_KEYTERM)
            .limit(MOST_KEYTERMS)
            .toList();
    return terms.isEmpty() ? transcription : transcription.with("keyterms", texts(terms));
  }

  private static Value.Fields item(Value.Fields item) {
    return with("type", "conversation.item.create").with("item", item);
  }

  /// Spoken word for word, as a reply of its own: no `response.create` may follow.
  private static Value.Fields spoken(String text, boolean interruptible) {
    return with("type", "force_message")
        .with("role", text("assistant"))
        .with("interruptible", new Value.Bool(interruptible))
        .with("content", content("output_text", text));
  }

  private static Value.Fields noted(String note) {
    return with("type", "message")
        .with("role", text("system"))
        .with("content", content("input_text", note));
  }

  private static Value.Items content(String type, String text) {
    return new Value.Items(List.of(with("type", type).with("text", text(text))));
  }

  private static Value.Fields cancel(Optional<String> reply) {
    var cancel = with("type", "response.cancel");
    return reply.map(id -> cancel.with("response_id", text(id))).orElse(cancel);
  }
}
