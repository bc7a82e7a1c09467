package callflow.fakegrok;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Hears [AudibleText] in a stream of mu-law bytes that arrives in pieces of any length, and
/// notices what was torn, lost, doubled or out of order. Not thread-safe.
public final class Ear {
  private static final int NONE = -1;

  private final List<Utterance> finished = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private boolean speaking;
  private boolean intact = true;
  private int sequence = NONE;
  private int damages;

  /// The last four bytes, to see a marker.
  private int window;

  /// The frame being read, behind its marker.
  private final byte[] frame = new byte[AudibleText.HEADER_BYTES + AudibleText.MAX_TEXT_BYTES + 1];

  private int filled = NONE;

  /// Something that was said.
  ///
  /// @param ended whether it was heard to its end
  /// @param intact whether nothing of it was torn, lost, doubled or out of order
  public record Utterance(String words, boolean ended, boolean intact) {}

  public void hear(byte[] mulaw) {
    hear(mulaw, 0, mulaw.length);
  }

  /// Hears the bytes from `from` up to, but not including, `to`.
  public void hear(byte[] mulaw, int from, int to) {
    for (int i = from; i < to; i++) hear(mulaw[i]);
  }

  /// What was said so far, in order, the present utterance included.
  public List<Utterance> utterances() {
    var all = new ArrayList<>(finished);
    if (speaking) all.add(new Utterance(words.toString(), false, intact));
    return List.copyOf(all);
  }

  /// All words so far, with a space between utterances.
  public String text() {
    return utterances().stream().map(Utterance::words).collect(Collectors.joining(" "));
  }

  /// How often something was torn, lost, doubled or out of order.
  public int damages() {
    return damages;
  }

  /// No more of the present utterance will come.
  public void cut() {
    if (speaking) finish(false);
    filled = NONE;
    window = 0;
  }

  private void hear(byte heard) {
    window = (window << 8) | (heard & 0xFF);
    if (window == AudibleText.MARKER) {
      if (filled != NONE) damaged();
      filled = 0;
    } else if (filled != NONE) {
      collect(heard);
    }
  }

  private void collect(byte heard) {
    frame[filled++] = heard;
    if (filled < AudibleText.HEADER_BYTES) return;
    int length = frame[AudibleText.HEADER_BYTES - 1];
    int end = AudibleText.HEADER_BYTES + length;
    if (length < 0 || length > AudibleText.MAX_TEXT_BYTES) {
      filled = NONE;
      damaged();
    } else if (filled == end + 1) {
      filled = NONE;
      if (AudibleText.checkSum(frame, 0, end) == frame[end]) read(length);
      else damaged();
    }
  }

  private void read(int length) {
    int number = frame[0] * AudibleText.BASE + frame[1];
    if (speaking && number == sequence) {
      damaged();
      return;
    }
    if (number == 0) {
      if (speaking) finish(false);
    } else if (!speaking || number != AudibleText.next(sequence)) {
      damaged();
    }
    speaking = true;
    sequence = number;
    words.append(new String(frame, AudibleText.HEADER_BYTES, length, StandardCharsets.UTF_8));
    if (frame[2] == 1) finish(true);
  }

  private void finish(boolean ended) {
    finished.add(new Utterance(words.toString(), ended, intact));
    words.setLength(0);
    speaking = false;
    intact = true;
  }

  private void damaged() {
    damages++;
    intact = false;
  }
}
