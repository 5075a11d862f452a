package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.chat.StreamedAnswer;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a virtual thread fetches, at most a few pieces ahead of who reads it. Closing it
 * interrupts that thread, which closes the connection.
 */
final class QueuedAnswer implements StreamedAnswer {

  private static final int PIECES_AHEAD = 16;

  private final LinkedBlockingQueue<Next> queue = new LinkedBlockingQueue<>();
  // Bounds the texts and not the queue: the end always has room, even if nobody reads any more.
  private final Semaphore room = new Semaphore(PIECES_AHEAD);
  private final Thread thread;
  private @Nullable Next end;

  private QueuedAnswer(
      ModelServer server, ChatRequest request, Deadlines deadlines, RetryRule retries) {
    AnswerText.Listener listener =
        (text, anew) -> offer(new Next.Text(text, anew), deadlines.total());
    Attempts attempts = new Attempts(server, request, deadlines, retries, listener);
    thread = Thread.ofVirtual().name("llm-answer").unstarted(() -> queue.add(fetch(attempts)));
  }

  /** Begins to fetch the answer to a request. */
  static QueuedAnswer start(ModelServer server, ChatRequest request, RetryRule retries) {
    Deadlines deadlines = new Deadlines(request.settings().limits());
    QueuedAnswer answer = new QueuedAnswer(server, request, deadlines, retries);
    answer.thread.start();
    return answer;
  }

  @Override
  public Next next(Duration patience) throws InterruptedException {
    if (end != null) {
      return end;
    }
    Next next = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    switch (next) {
      case null -> {
        return new Next.Quiet();
      }
      case Next.Text text -> room.release();
      case Next.Quiet quiet -> {}
      case Next.Finished finished -> end = finished;
      case Next.Failed failed -> end = failed;
    }
    return next;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void offer(Next.Text text, Deadline deadline) throws IOException, InterruptedException {
    if (!room.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS)) {
      throw new HttpTimeoutException(deadline.missed());
    }
    queue.add(text);
  }

  private static Next fetch(Attempts attempts) {
    try {
      return attempts.run();
    } catch (AttemptFailed e) {
      return new Next.Failed(e.reason());
    } catch (InterruptedException e) {
      return failed("The answer was closed", null);
    } catch (RuntimeException | Error e) {
      return failed("The answer could not be read", e);
    }
  }

  private static Next failed(String message, @Nullable Throwable cause) {
    return new Next.Failed(new ChatModelException(Kind.UNAVAILABLE, message, null, cause));
  }
}
