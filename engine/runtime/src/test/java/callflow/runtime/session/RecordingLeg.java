package callflow.runtime.session;

import callflow.engine.call.CallInfo;
import callflow.runtime.telephony.CallLeg;
import callflow.value.AudioFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A leg that writes down what it is told.
final class RecordingLeg implements CallLeg {
  final List<String> orders = new ArrayList<>();
  final List<String> marks = new ArrayList<>();

  @Override
  public CallInfo info() {
    return new CallInfo("+4917012345", "+4930999");
  }

  @Override
  public AudioFormat audio() {
    return AudioFormat.MU_LAW;
  }

  @Override
  public void play(ByteBuffer base64) {
    orders.add("play " + base64.remaining());
  }

  @Override
  public void mark(String name) {
    marks.add(name);
  }

  @Override
  public void clearPlayback() {
    orders.add("clear");
  }

  @Override
  public void transfer(TransferOrder order) {
    orders.add("transfer " + order.to() + " " + order.unsaid());
  }

  @Override
  public void hangUp(List<String> unsaid) {
    orders.add("hang up " + unsaid);
  }
}
