package dev.vidwiz.application.chat;

import dev.vidwiz.domain.input.Blank;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An answer of a model that does not stream. The model is called on a virtual thread. */
final class WholeAnswer implements StreamedAnswer {

  private final FutureTask<Completion> answer;
  private @Nullable Next end;

  WholeAnswer(Callable<Completion> question) {
    this.answer = new FutureTask<>(question);
    Thread.ofVirtual().name("whole-answer").start(answer);
  }

  @Override
  public Next next(Duration timeout) throws InterruptedException {
    if (end != null) {
      return end;
    }
    try {
      Completion completion = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      if (Blank.isBlank(completion.text())) {
        return fail(ChatModelException.Kind.NO_CONTENT, "No response from the model", null);
      }
      end = new Next.Finished(null, completion.usage());
      return new Next.Text(completion.text());
    } catch (TimeoutException e) {
      return new Next.TimedOut();
    } catch (ExecutionException e) {
      return e.getCause() instanceof ChatModelException failure
          ? fail(failure)
          : fail(ChatModelException.Kind.UNAVAILABLE, "The model failed", e.getCause());
    }
  }

  @Override
  public void close() {
    answer.cancel(true);
  }

  private Next fail(ChatModelException.Kind kind, String message, @Nullable Throwable cause) {
    return fail(new ChatModelException(kind, message, null, cause));
  }

  private Next fail(ChatModelException reason) {
    end = new Next.Failed(reason);
    return end;
  }
}
