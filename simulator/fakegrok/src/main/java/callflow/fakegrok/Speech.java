package callflow.fakegrok;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One spoken sentence, cut into the pieces in which a service sends it.
///
/// @param startMillis where in the sentence the piece begins
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Speech(String words, byte[] sound, int startMillis, int millis) {
  /// Recorded sessions hold 31 to 1223 ms in a piece, typically half a second.
  private static final int PIECE_MILLIS = 400;

  static List<Speech> pieces(String text, int millisPerCharacter) {
    var frames = AudibleText.frames(text, millisPerCharacter);
    int step = PIECE_MILLIS / AudibleText.FRAME_MILLIS;
    var pieces = new ArrayList<Speech>();
    for (int from = 0; from < frames.size(); from += step) {
      var piece = frames.subList(from, Math.min(from + step, frames.size()));
      pieces.add(
          new Speech(
              piece.stream().map(AudibleText.Frame::piece).collect(Collectors.joining()),
              AudibleText.Frame.joined(piece),
              from * AudibleText.FRAME_MILLIS,
              piece.size() * AudibleText.FRAME_MILLIS));
    }
    return pieces;
  }
}
