package callflow.simulator.rehearsal;

import callflow.engine.call.VoiceSetup;
import callflow.engine.call.VoiceSetup.Offer;
import callflow.engine.call.VoiceSetup.OfferedTool;
import callflow.value.Repair;
import java.util.ArrayList;
import java.util.List;

/// Something a caller may want: a move, or a tool.
sealed interface Intent {
  /// How the file calls it, for explanations.
  String label();

  List<Phrase> phrases();

  /// What to say to get it, for questions: an example, else what the file says the caller wants.
  String wording();

  /// Whether it is one of the moves every caller has.
  default boolean putsRight() {
    return switch (this) {
      case Move(var offer) -> Repair.names(offer.name());
      case Tool _ -> false;
    };
  }

  record Move(Offer offer) implements Intent {
    @Override
    public String label() {
      return "move `" + offer.name() + "`";
    }

    @Override
    public List<Phrase> phrases() {
      var phrases = new ArrayList<>(Phrase.examples(offer.examples()));
      phrases.add(new Phrase(offer.description(), Phrase.DESCRIPTION));
      phrases.add(Phrase.name(offer.name().value()));
      return phrases;
    }

    @Override
    public String wording() {
      return offer.examples().isEmpty() ? offer.description() : offer.examples().getFirst();
    }
  }

  record Tool(OfferedTool tool) implements Intent {
    @Override
    public String label() {
      return "tool `" + tool.name() + "`";
    }

    @Override
    public List<Phrase> phrases() {
      var phrases = new ArrayList<>(Phrase.examples(tool.examples()));
      phrases.add(new Phrase(tool.caller(), Phrase.DESCRIPTION));
      phrases.add(new Phrase(tool.description(), Phrase.NAME));
      phrases.add(Phrase.name(tool.name().value()));
      return phrases;
    }

    @Override
    public String wording() {
      if (!tool.examples().isEmpty()) return tool.examples().getFirst();
      return tool.caller().isEmpty() ? tool.description() : tool.caller();
    }
  }

  /// All a session offers: the flow's tools, then its moves, in the order of the file.
  static List<Intent> of(VoiceSetup setup) {
    var all = new ArrayList<Intent>();
    setup.tools().values().forEach(tool -> all.add(new Tool(tool)));
    setup.moves().forEach(move -> all.add(new Move(move)));
    return all;
  }
}
