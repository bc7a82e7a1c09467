package callflow.fakegrok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What one session has seen, for tests and demos. Callable from any thread.
///
/// Sound is counted, not kept; of the other frames the first few thousand are kept.
public final class Witness {
  private static final int MAX_FRAMES = 5_000;

  private final String path;
  private final String model;
  private final List<Frame> received = new ArrayList<>();
  private final List<Frame> sent = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private String instructions = "";
  private List<String> tools = List.of();
  private Optional<Integer> closeCode = Optional.empty();

  /// A frame as it was on the wire.
  public record Frame(String type, String json) {}

  Witness(String path, String model) {
    this.path = path;
    this.model = model;
  }

  /// Which dialect was spoken: the path of the address.
  public String path() {
    return path;
  }

  /// The model asked for, or an empty text.
  public String model() {
    return model;
  }

  /// The instructions in force.
  public synchronized String instructions() {
    return instructions;
  }

  /// The tools in force, as the client sent them.
  public synchronized List<String> tools() {
    return tools;
  }

  /// The frames of this type that came from the client, oldest first; see [#count] for sound.
  public synchronized List<String> received(String type) {
    return json(received, type);
  }

  /// The types of the frames that came from the client, without those that carry sound.
  public synchronized List<String> receivedTypes() {
    return received.stream().map(Frame::type).toList();
  }

  /// The frames of this type that went to the client, oldest first.
  public synchronized List<String> sent(String type) {
    return json(sent, type);
  }

  /// The types of the frames that went to the client.
  public synchronized List<String> sentTypes() {
    return sent.stream().map(Frame::type).toList();
  }

  /// How many frames of this type came from the client.
  public synchronized int count(String type) {
    return counts.getOrDefault(type, 0);
  }

  /// How the socket was closed; empty while it is open. 1006 means: without a closing frame.
  public synchronized Optional<Integer> closeCode() {
    return closeCode;
  }

  /// Waits until so many frames of this type have come from the client.
  ///
  /// @return false if they have not come in time
  public boolean awaitReceived(String type, int times, Duration bound) throws InterruptedException {
    return await(() -> counts.getOrDefault(type, 0) >= times, bound);
  }

  /// Waits until the socket is closed.
  ///
  /// @return false if it is still open after this time
  public boolean awaitClosed(Duration bound) throws InterruptedException {
    return await(() -> closeCode.isPresent(), bound);
  }

  synchronized void saw(String type, String json) {
    counts.merge(type, 1, Integer::sum);
    boolean sound = type.equals("input_audio_buffer.append") || type.equals("audio.append");
    if (!sound && received.size() < MAX_FRAMES) received.add(new Frame(type, json));
    notifyAll();
  }

  synchronized void said(String type, String json) {
    if (sent.size() < MAX_FRAMES) sent.add(new Frame(type, json));
    notifyAll();
  }

  synchronized void inForce(String newInstructions, Iterable<JsonNode> newTools) {
    instructions = newInstructions;
    var texts = new ArrayList<String>();
    newTools.forEach(tool -> texts.add(tool.toString()));
    tools = List.copyOf(texts);
    notifyAll();
  }

  synchronized void closed(int code) {
    if (closeCode.isEmpty()) closeCode = Optional.of(code);
    notifyAll();
  }

  private synchronized boolean await(BooleanSupplier reached, Duration bound)
      throws InterruptedException {
    long end = System.nanoTime() + bound.toNanos();
    while (!reached.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) return false;
      wait(left);
    }
    return true;
  }

  private static List<String> json(List<Frame> frames, String type) {
    return frames.stream().filter(frame -> frame.type().equals(type)).map(Frame::json).toList();
  }
}
