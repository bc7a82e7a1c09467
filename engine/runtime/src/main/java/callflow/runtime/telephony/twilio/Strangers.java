package callflow.runtime.telephony.twilio;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The media sockets that have not shown a ticket yet.
final class Strangers {
  private final int most;
  private final Duration patience;
  private final Set<MediaSocket> sockets = ConcurrentHashMap.newKeySet();

  Strangers(TwilioSettings settings) {
    this.most = settings.unprovenSockets();
    this.patience = settings.timings().proof();
  }

  boolean full() {
    return sockets.size() >= most;
  }

  void add(MediaSocket socket) {
    sockets.add(socket);
  }

  void remove(MediaSocket socket) {
    sockets.remove(socket);
  }

  void sweep(long now) {
    sockets.forEach(socket -> socket.expire(patience, now));
  }
}
