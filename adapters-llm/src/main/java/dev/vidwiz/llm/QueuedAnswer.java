package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.StreamedAnswer;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a virtual thread fetches, up to 16 pieces ahead of the reader. Closing it
 * interrupts that thread, which closes the connection.
 */
final class QueuedAnswer implements StreamedAnswer {

  private static final int MAX_QUEUED = 16;

  private final LinkedBlockingQueue<Next> queue = new LinkedBlockingQueue<>();
  // Limits the pieces and not the queue, so that the end always fits, even without a reader.
  private final Semaphore room = new Semaphore(MAX_QUEUED);
  private final Attempts attempts;
  private final Thread thread;
  private @Nullable Next end;

  /** Starts to fetch the answer. */
  QueuedAnswer(ModelServer server, ChatRequest request, RetryRule retries) {
    attempts = new Attempts(server, request, retries, this::offer);
    thread = Thread.ofVirtual().name("llm-answer").start(() -> queue.add(fetch()));
  }

  @Override
  public Next next(Duration timeout) throws InterruptedException {
    Next next = end == null ? queue.poll(timeout.toNanos(), TimeUnit.NANOSECONDS) : end;
    if (next instanceof Next.Text) {
      room.release();
    } else {
      end = next;
    }
    return next == null ? new Next.TimedOut() : next;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void offer(Next.Text piece) throws InterruptedException {
    Deadline total = attempts.total();
    if (!room.tryAcquire(total.left().toNanos(), TimeUnit.NANOSECONDS)) {
      throw Failures.unavailable(total.message(), null);
    }
    queue.add(piece);
  }

  private Next fetch() {
    try {
      return attempts.run();
    } catch (ChatModelException e) {
      return new Next.Failed(e);
    } catch (InterruptedException e) {
      return new Next.Failed(Failures.unavailable("The answer was closed", null));
    } catch (RuntimeException | Error e) {
      return new Next.Failed(Failures.unavailable("The answer could not be read", e));
    }
  }
}
