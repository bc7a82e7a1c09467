package callflow.voice;

import callflow.engine.call.VoiceSetup;
import callflow.engine.call.VoiceSetup.Fillable;
import callflow.engine.call.VoiceSetup.Mode;
import callflow.engine.call.VoiceSetup.Offer;
import callflow.engine.call.VoiceSetup.OfferedTool;
import callflow.program.VoiceSettings;
import callflow.value.AudioFormat;
import callflow.value.ChoiceName;
import callflow.value.ToolName;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.VariableName;
import callflow.voice.SessionSettings.TurnTaking;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Setups as the states of a billing line want them.
final class Northwind {
  static final VoiceSettings ARA = new VoiceSettings("ara", "auto", new BigDecimal("1.0"));
  static final VoiceSettings GERMAN = new VoiceSettings("eve", "de-DE", new BigDecimal("1.1"));

  private static final String PERSONA =
      "You are Nora on the billing line of Northwind Energy. Warm, brief, one question at a"
          + " time.\n";

  private static final Offer AGENT =
      new Offer(
          new ChoiceName("to_agent"),
          "asks to speak to a person",
          List.of("agent", "representative", "a real human please"));
  private static final Offer REPEAT =
      new Offer(
          new ChoiceName("repeat"),
          "asks to hear the last thing again",
          List.of("say that again", "pardon"));
  private static final Offer PAY =
      new Offer(new ChoiceName("pay"), "wants to pay", List.of("pay my bill", "I want to pay"));
  private static final Offer COMPLAIN =
      new Offer(new ChoiceName("complain"), "complain", List.of());

  private Northwind() {}

  static VoiceSetup identify() {
    return new VoiceSetup(
        PERSONA,
        "Ask for the account number, then for the date of birth.",
        Mode.CONVERSATION,
        List.of(account(), birthDate()),
        List.of(amount(false)),
        List.of(AGENT, REPEAT),
        new LinkedHashMap<>(),
        ARA);
  }

  static VoiceSetup menu() {
    return new VoiceSetup(
        PERSONA,
        "Ask how you can help. You can read the balance or take a payment.",
        Mode.CONVERSATION,
        List.of(),
        List.of(amount(false)),
        List.of(PAY, COMPLAIN, AGENT, REPEAT),
        tools(getBalance(), orderMeter()),
        GERMAN);
  }

  static VoiceSetup payment() {
    return new VoiceSetup(
        PERSONA,
        "",
        Mode.CONVERSATION,
        List.of(amount(true)),
        List.of(),
        List.of(AGENT, REPEAT),
        new LinkedHashMap<>(),
        ARA);
  }

  static VoiceSetup confirmation() {
    return new VoiceSetup(
        PERSONA,
        "",
        Mode.CONFIRMATION,
        List.of(amount(true)),
        List.of(),
        List.of(AGENT),
        new LinkedHashMap<>(),
        ARA);
  }

  static SessionSettings settings() {
    return new SessionSettings(
        "grok-voice-think-fast-2.0",
        AudioFormat.MU_LAW,
        ARA,
        TurnTaking.DEFAULT,
        List.of("Northwind", "Okonkwo"));
  }

  private static Fillable account() {
    return new Fillable(
        new VariableName("account"),
        new Type.Digits(Optional.of(8), Optional.of(8)),
        "the eight-digit account number",
        false);
  }

  private static Fillable birthDate() {
    return new Fillable(
        new VariableName("birth_date"), Types.DATE, "the customer's date of birth", false);
  }

  private static Fillable amount(boolean asked) {
    var type =
        new Type.Money("EUR", Optional.of(BigDecimal.ONE), Optional.of(new BigDecimal("2000")));
    return new Fillable(new VariableName("amount"), type, "the amount to pay", asked);
  }

  private static OfferedTool getBalance() {
    return new OfferedTool(
        new ToolName("get_balance"),
        "Reads the customer's open balance.",
        "asks what is still to pay",
        List.of("how much do I owe", "what is my balance"),
        Type.Struct.OPEN);
  }

  private static OfferedTool orderMeter() {
    var arguments = new LinkedHashMap<String, Type.Field>();
    var kinds = new Type.Choice(List.of("power", "gas"));
    arguments.put("kind", new Type.Field(kinds, true, false, "what it measures"));
    arguments.put("note", new Type.Field(Types.TEXT, false, false, ""));
    return new OfferedTool(
        new ToolName("order_meter"), "Orders a meter.", "", List.of(), new Type.Struct(arguments));
  }

  private static SequencedMap<ToolName, OfferedTool> tools(OfferedTool... offered) {
    var tools = new LinkedHashMap<ToolName, OfferedTool>();
    for (var tool : offered) tools.put(tool.name(), tool);
    return tools;
  }
}
