package callflow.fakegrok;

import java.util.List;

/// What the stand-in says and asks for: the part of the service that thinks. One mind serves one
/// session and is called from one thread at a time.
public interface Mind {

  /// The model's next reply, in order; empty when it has nothing to say.
  List<Act> reply(Situation situation);

  /// What the model can see at this moment.
  ///
  /// @param functions the offered functions, as the JSON the client sent
  /// @param heard what happened since the last reply, in order
  record Situation(String instructions, List<String> functions, List<Heard> heard) {
    public Situation {
      functions = List.copyOf(functions);
      heard = List.copyOf(heard);
    }
  }

  /// Something the model took in.
  sealed interface Heard {
    /// Words of the caller.
    record Words(String text) implements Heard {}

    /// A remark by the client.
    record Note(String text) implements Heard {}

    /// What a function call came to.
    record Output(String callId, String name, String arguments, String output) implements Heard {}
  }

  /// Something the model does.
  sealed interface Act {
    record Speak(String text) implements Act {}

    /// Asks for a function.
    ///
    /// @param arguments JSON text, which may be broken on purpose
    record Call(String name, String arguments) implements Act {}
  }
}
