package callflow.app;

import java.util.Optional;
import java.util.function.Function;

/// Asks the author of a new flow, one question after the other; what is known already isn't asked.
final class Interview {
  /// Answers to one question that can't be used before we give up.
  private static final int PATIENCE = 5;

  private final Optional<Prompt> prompt;

  /// @param prompt empty when nobody is to be asked
  Interview(Optional<Prompt> prompt) {
    this.prompt = prompt;
  }

  /// No answer can be used.
  static final class Fruitless extends Exception {
    private static final long serialVersionUID = 1;

    Fruitless(String message) {
      super(message);
    }
  }

  /// @param given the answer, where the command line has it
  /// @param usual what an empty answer stands for
  /// @param wrong what is wrong with an answer, if anything
  String ask(
      Optional<String> given,
      String question,
      String usual,
      Function<String, Optional<String>> wrong)
      throws Fruitless {
    if (given.isPresent()) return usable(given.get().strip(), wrong);
    for (int i = 0; prompt.isPresent() && i < PATIENCE; i++) {
      var out = prompt.get().out();
      out.println(question + (usual.isEmpty() ? "" : " [" + usual + "]"));
      out.flush();
      var line = prompt.get().read();
      if (line.isEmpty()) break;
      String answer = line.get().isBlank() ? usual : line.get().strip();
      var complaint = wrong.apply(answer);
      if (complaint.isEmpty()) return answer;
      out.println(complaint.get());
    }
    return usable(usual, wrong);
  }

  private static String usable(String answer, Function<String, Optional<String>> wrong)
      throws Fruitless {
    var complaint = wrong.apply(answer);
    if (complaint.isPresent()) throw new Fruitless(complaint.get());
    return answer;
  }
}
