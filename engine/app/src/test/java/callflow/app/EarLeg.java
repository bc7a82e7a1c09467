package callflow.app;

import callflow.engine.call.CallInfo;
import callflow.fakegrok.AudibleText;
import callflow.fakegrok.Ear;
import callflow.runtime.telephony.CallLeg;
import callflow.runtime.telephony.LegListener;
import callflow.value.AudioFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// A caller without a telephone: hears what is played at once, and speaks as the stand-in hears.
final class EarLeg implements CallLeg {
  private final Ear ear = new Ear();
  final List<String> orders = new ArrayList<>();
  private Optional<LegListener> listener = Optional.empty();

  void listensTo(LegListener call) {
    listener = Optional.of(call);
  }

  @Override
  public CallInfo info() {
    return new CallInfo("+4917012345", "+4930999999");
  }

  @Override
  public AudioFormat audio() {
    return AudioFormat.MU_LAW;
  }

  @Override
  public synchronized void play(ByteBuffer base64) {
    byte[] text = new byte[base64.remaining()];
    base64.duplicate().get(text);
    ear.hear(Base64.getDecoder().decode(text));
  }

  @Override
  public void mark(String name) {
    Thread.ofVirtual().start(() -> listener.ifPresent(call -> call.markReached(name)));
  }

  @Override
  public synchronized void clearPlayback() {
    orders.add("clear");
  }

  @Override
  public synchronized void transfer(TransferOrder order) {
    orders.add("transfer " + order.to());
  }

  @Override
  public synchronized void hangUp(List<String> unsaid) {
    orders.add("hang up " + unsaid);
    listener.ifPresent(call -> Thread.ofVirtual().start(call::hungUp));
  }

  synchronized String heard() {
    return ear.text();
  }

  synchronized int damages() {
    return ear.damages();
  }

  synchronized List<String> orders() {
    return List.copyOf(orders);
  }

  /// The caller says this, and then nothing for a second.
  void speak(String words) {
    byte[] sound = AudibleText.encode(words, 3);
    send(sound);
    byte[] silence = new byte[8 * 1000];
    Arrays.fill(silence, (byte) 0xFF);
    send(silence);
  }

  private void send(byte[] sound) {
    for (int i = 0; i < sound.length; i += 160) {
      byte[] frame = Arrays.copyOfRange(sound, i, Math.min(sound.length, i + 160));
      var base64 = ByteBuffer.wrap(Base64.getEncoder().encode(frame));
      listener.ifPresent(call -> call.audio(base64));
    }
  }

  void press(char key) {
    listener.ifPresent(call -> call.digit(key));
  }
}
