package dev.vidwiz.llm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, read by one thread that waits until a deadline and no longer: what the
 * JDK's own stream cannot do. Holds one network read at most. Closing it before its end closes the
 * connection.
 */
final class ResponseBytes implements BodySubscriber<ResponseBytes>, AutoCloseable {

  private sealed interface Arrival {
    record Data(List<ByteBuffer> buffers) implements Arrival {}

    record End(@Nullable Throwable cause) implements Arrival {}
  }

  private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> unread = new ArrayDeque<>();
  private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();

  @Override
  public CompletionStage<ResponseBytes> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Subscription subscribed) {
    subscribed.request(1);
    subscription.complete(subscribed);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrivals.add(new Arrival.Data(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    arrivals.add(new Arrival.End(cause));
  }

  @Override
  public void onComplete() {
    arrivals.add(new Arrival.End(null));
  }

  /**
   * Waits for more, and returns null at the end of the body.
   *
   * @throws HttpTimeoutException when the deadline has passed, even if there is more to read
   * @throws IOException when the connection broke
   */
  @Nullable ByteBuffer read(Deadline deadline) throws IOException, InterruptedException {
    long patience = deadline.nanosLeft();
    while (unread.isEmpty()) {
      switch (arrivals.poll(patience, TimeUnit.NANOSECONDS)) {
        case Arrival.Data(List<ByteBuffer> buffers) -> {
          unread.addAll(buffers);
          subscription.join().request(1);
        }
        case Arrival.End end -> {
          arrivals.add(end);
          if (end.cause() != null) {
            throw new IOException("The connection broke off", end.cause());
          }
          return null;
        }
        case null -> throw new HttpTimeoutException(deadline.missed());
      }
    }
    return unread.poll();
  }

  /**
   * Reads to the end.
   *
   * @throws UnreadableException when there is more than {@code limit} bytes
   */
  String readText(int limit, Deadline deadline) throws IOException, InterruptedException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (ByteBuffer bytes = read(deadline); bytes != null; bytes = read(deadline)) {
      if (text.size() + bytes.remaining() > limit) {
        throw new UnreadableException("The model's server sent more than " + limit + " bytes");
      }
      byte[] more = new byte[bytes.remaining()];
      bytes.get(more);
      text.writeBytes(more);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** Ends the transfer, and with it the connection when the body has not come to its end. */
  @Override
  public void close() {
    var _ = subscription.thenAccept(Subscription::cancel);
  }
}
