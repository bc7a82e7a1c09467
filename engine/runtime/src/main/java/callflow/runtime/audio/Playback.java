package callflow.runtime.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What the caller hears of what was sent: worked out by the clock, since a carrier plays at the
/// speed of speech and without pauses as long as it has something to play.
final class Playback {
  /// Items of one stretch of speech that are remembered for truncation.
  private static final int MOST_ITEMS = 32;

  /// The longest id of an item; a longer one is not remembered.
  private static final int LONGEST_ID = 256;

  private record Item(String id, long from) {}

  private final Deque<Item> items = new ArrayDeque<>();
  private byte[] lastItem = {};
  private long began;
  private long until;
  private boolean any;

  /// Sound was sent.
  ///
  /// @param now nanoseconds of the call's clock
  /// @param length nanoseconds of sound
  synchronized void sent(long now, long length, ByteBuffer frame, int itemStart, int itemEnd) {
    if (!any || now - until >= 0) {
      began = now;
      until = now;
      any = true;
      items.clear();
      lastItem = new byte[0];
    }
    int end = itemEnd - itemStart > LONGEST_ID ? itemStart : itemEnd;
    if (!isLast(frame, itemStart, end)) remember(frame, itemStart, end);
    until += length;
  }

  private boolean isLast(ByteBuffer frame, int start, int end) {
    if (items.isEmpty() || end - start != lastItem.length) return false;
    for (int i = 0; i < lastItem.length; i++) {
      if (frame.get(start + i) != lastItem[i]) return false;
    }
    return true;
  }

  private void remember(ByteBuffer frame, int start, int end) {
    lastItem = new byte[end - start];
    frame.get(start, lastItem);
    if (items.size() == MOST_ITEMS) items.removeFirst();
    items.add(new Item(new String(lastItem, StandardCharsets.UTF_8), until));
  }

  /// Whether something sent is still to be heard.
  synchronized boolean sounding(long now) {
    return any && until - now > 0;
  }

  /// How long until all has been heard.
  synchronized Duration left(long now) {
    return any ? Duration.ofNanos(Math.max(0, until - now)) : Duration.ZERO;
  }

  /// The carrier says that all has been heard.
  synchronized void finished(long now) {
    if (until - now > 0) until = now;
  }

  /// What is heard is cut off now.
  ///
  /// @return what had been heard of it; empty when nothing was sounding
  synchronized Optional<AudioBridge.Cut> cut(long now) {
    if (!sounding(now)) return Optional.empty();
    var item = items.reversed().stream().filter(each -> now - each.from() >= 0).findFirst();
    var heard =
        new AudioBridge.Cut(
            Duration.ofNanos(now - began),
            item.map(Item::id).filter(id -> !id.isEmpty()),
            Duration.ofNanos(item.map(each -> now - each.from()).orElse(0L)));
    until = now;
    return Optional.of(heard);
  }
}
