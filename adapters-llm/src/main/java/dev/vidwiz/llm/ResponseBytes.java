package dev.vidwiz.llm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response, read by one thread with deadlines. Buffers one network read at most.
 * Closing it before its end closes the connection.
 */
final class ResponseBytes implements BodySubscriber<ResponseBytes>, AutoCloseable {

  // An empty element marks the end.
  private final LinkedBlockingQueue<Optional<List<ByteBuffer>>> arrived =
      new LinkedBlockingQueue<>();
  private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
  private Iterator<ByteBuffer> unread = Collections.emptyIterator();
  private ByteBuffer current = ByteBuffer.allocate(0);
  private volatile @Nullable Throwable broken;

  @Override
  public CompletionStage<ResponseBytes> getBody() {
    return subscription.thenApply(begun -> this);
  }

  @Override
  public void onSubscribe(Subscription subscribed) {
    subscribed.request(1);
    subscription.complete(subscribed);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrived.add(Optional.of(buffers));
  }

  @Override
  public void onError(Throwable cause) {
    broken = cause;
    arrived.add(Optional.empty());
  }

  @Override
  public void onComplete() {
    arrived.add(Optional.empty());
  }

  /**
   * Waits for the next byte; returns -1 at the end of the body.
   *
   * @throws HttpTimeoutException when the deadline has passed
   * @throws IOException when the connection failed, after all earlier bytes were read
   */
  int read(Deadline deadline) throws IOException, InterruptedException {
    while (!current.hasRemaining()) {
      long timeout = deadline.nanosLeft();
      if (unread.hasNext()) {
        current = unread.next();
        continue;
      }
      Optional<List<ByteBuffer>> next = arrived.poll(timeout, TimeUnit.NANOSECONDS);
      if (next == null) {
        throw new HttpTimeoutException(deadline.message());
      }
      if (next.isEmpty()) {
        arrived.add(next);
        if (broken != null) {
          throw new IOException("The connection broke off", broken);
        }
        return -1;
      }
      unread = next.get().iterator();
      subscription.join().request(1);
    }
    return Byte.toUnsignedInt(current.get());
  }

  /** Returns the text up to the end, the deadline or the maximum size in bytes. */
  String readText(int limit, Deadline deadline) throws InterruptedException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      for (int b = read(deadline); b >= 0 && text.size() < limit; b = read(deadline)) {
        text.write(b);
      }
    } catch (IOException e) {
      // Use what arrived before.
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** Cancels the transfer, which closes the connection unless the body has ended. */
  @Override
  public void close() {
    var unused = subscription.thenAccept(Subscription::cancel);
  }
}
