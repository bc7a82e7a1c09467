package callflow.connector.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// Takes a body of bounded size, and stops the other side when it sends more.
final class BoundedBody implements BodySubscriber<Body> {
  /// Octets of one answer.
  static final int MOST = 256 * 1024;

  private final CompletableFuture<Body> body = new CompletableFuture<>();
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private Optional<Flow.Subscription> source = Optional.empty();

  static BodyHandler<Body> handler() {
    return _ -> new BoundedBody();
  }

  @Override
  public CompletionStage<Body> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = Optional.of(subscription);
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (body.isDone()) return;
    for (ByteBuffer buffer : buffers) {
      if (octets.size() + buffer.remaining() > MOST) {
        source.ifPresent(Flow.Subscription::cancel);
        body.complete(new Body.TooLarge());
        return;
      }
      var chunk = new byte[buffer.remaining()];
      buffer.get(chunk);
      octets.writeBytes(chunk);
    }
  }

  @Override
  public void onError(Throwable trouble) {
    body.completeExceptionally(trouble);
  }

  @Override
  public void onComplete() {
    body.complete(new Body.Whole(octets.toByteArray()));
  }
}
