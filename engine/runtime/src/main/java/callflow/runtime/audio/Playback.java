package callflow.runtime.audio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    int end = itemEnd - itemStart > LONGEST_ID ? itemStart : itemEnd;
    boolean sameItem = isLast(frame, itemStart, end);
    if (!any || now - until >= 0) beginAnew(now, sameItem);
    if (!sameItem) remember(frame, itemStart, end);
    until += length;
  }

  /// After a pause. An item that was interrupted by the pause goes on: what had been heard of it
  /// before counts as if it had been heard just now.
  private void beginAnew(long now, boolean sameItem) {
    var last = Optional.ofNullable(items.peekLast()).filter(_ -> sameItem);
    items.clear();
    last.ifPresent(item -> items.add(new Item(item.id(), now - (until - item.from()))));
    began = now;
    until = now;
    any = true;
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
            Duration.ofNanos(item.map(each -> now - each.from()).orElse(0L)),
            unheard(now));
    until = now;
    return Optional.of(heard);
  }

  private List<String> unheard(long now) {
    return items.stream()
        .filter(each -> now - each.from() < 0)
        .map(Item::id)
        .filter(id -> !id.isEmpty())
        .toList();
  }
}
