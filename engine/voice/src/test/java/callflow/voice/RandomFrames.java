package callflow.voice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Frames that nobody should send.
final class RandomFrames {
  private static final String SIGNS = "\"{}[]:,\\ \n0-1.eE+truefalsn/=A\u00e9\u20ac\ud83d\ude00'";

  private final Random random;

  RandomFrames(long seed) {
    random = new Random(seed);
  }

  /// A frame with the members of one that carries sound, in any order, some of them wrong, between
  /// others that are meant to be taken for them; some frames are broken.
  String audioLike() {
    var members = new ArrayList<String>();
    members.add("\"type\":" + oftenRight("\"response.output_audio.delta\""));
    members.add("\"delta\":" + oftenRight("\"//8=\""));
    if (random.nextBoolean()) members.add("\"response_id\":" + oftenRight("\"r1\""));
    if (random.nextBoolean()) members.add("\"item_id\":" + oftenRight("\"i1\""));
    for (int i = random.nextInt(4); i > 0; i--) members.add(member(3));
    Collections.shuffle(members, random);
    String frame = "{" + String.join(space() + "," + space(), members) + space() + "}";
    return random.nextInt(3) == 0 ? mutated(frame) : frame;
  }

  /// The frame with a few signs put in, taken out, or said twice.
  String mutated(String frame) {
    var text = new StringBuilder(frame);
    for (int i = 1 + random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + 1 + random.nextInt(6));
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        case 1 -> text.delete(at, to);
        case 2 -> text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        default -> text.insert(at, text.substring(at, to));
      }
    }
    return text.toString();
  }

  private String oftenRight(String right) {
    return random.nextInt(8) == 0 ? value(2) : right;
  }

  private String member(int depth) {
    var names = List.of("x", "delta", "type", "item_id", "a\\\"delta", "dеlta", "");
    return "\"" + names.get(random.nextInt(names.size())) + "\":" + value(depth);
  }

  private String value(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 8)) {
      case 0 -> "\"//8=\"";
      case 1 -> "\"\\\"delta\\\":\\\"\\u00e4\\/\"";
      case 2 -> "null";
      case 3 -> random.nextInt() + "." + random.nextInt(100) + "e-3";
      case 4 -> "true";
      case 5 -> "0";
      case 6 -> "{" + space() + member(depth - 1) + "}";
      default -> "[" + value(depth - 1) + "," + value(depth - 1) + space() + "]";
    };
  }

  private String space() {
    return List.of("", " ", "\n", "\t ").get(random.nextInt(4));
  }
}
