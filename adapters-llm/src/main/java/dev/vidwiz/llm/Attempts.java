package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.StreamedAnswer.Next.Finished;
import dev.vidwiz.application.chat.StreamedAnswer.Next.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends a request, and retries while no text has arrived: after temporary failures, and without
 * optional parameters that the server rejects. Not thread-safe.
 */
final class Attempts {

  private final ModelServer server;
  private final ChatRequest request;
  private final RetryRule rule;
  private final AnswerReader.Listener listener;
  private final Deadline total;
  private final Deadline first;
  private final Deadline lastRetry;
  private final Set<Trait> omitted = EnumSet.noneOf(Trait.class);
  private boolean begun;

  Attempts(
      ModelServer server, ChatRequest request, RetryRule rule, AnswerReader.Listener listener) {
    this.server = server;
    this.request = request;
    this.rule = rule;
    this.listener = listener;
    this.total =
        Deadline.in(request.limits().total(), "The model did not end its answer within %s");
    this.first =
        Deadline.in(request.limits().firstToken(), "The model did not begin its answer within %s")
            .orEarlier(total);
    this.lastRetry = Deadline.in(rule.window(), "").orEarlier(first);
  }

  /** Returns the deadline of the whole answer. */
  Deadline total() {
    return total;
  }

  /**
   * Runs the attempts, and returns the end of the answer after all text was passed on.
   *
   * @throws ChatModelException when no attempt succeeded
   */
  Finished run() throws InterruptedException {
    omitted.addAll(server.dialect());
    int retries = 0;
    while (true) {
      try {
        return attempt();
      } catch (IOException e) {
        if (begun) {
          throw server.failures().of(e);
        }
        if (!omitRefused(e)) {
          Thread.sleep(pauseAfter(e, retries++).orElseThrow(() -> server.failures().of(e)));
        }
      }
    }
  }

  private Finished attempt() throws IOException, InterruptedException {
    try (ResponseBytes body = server.ask(request.without(omitted), first)) {
      return new AnswerReader(server, request.limits(), this::passOn, first, total).read(body);
    } catch (OutOfMemoryError e) {
      throw Failures.unavailable("There was no memory left for the answer", null);
    }
  }

  /** The first text shows that omitting the parameters helped. */
  private void passOn(Text piece) throws InterruptedException {
    if (!begun) {
      begun = true;
      omitted.forEach(server::addTrait);
    }
    listener.text(piece);
  }

  /**
   * Omits the parameter that the server rejected from now on. Returns false if there is no such
   * parameter.
   */
  private boolean omitRefused(IOException e) {
    return e instanceof ServerError error
        && (error.status == 400 || error.status == 422)
        && Trait.refused(error.detail, omitted).map(omitted::add).isPresent();
  }

  private Optional<Duration> pauseAfter(IOException e, int retries) {
    Duration retryAfter = e instanceof ServerError error ? error.retryAfter : null;
    return Failures.isRetryable(e)
        ? rule.pauseBefore(retries, lastRetry.left(), retryAfter, ThreadLocalRandom.current())
        : Optional.empty();
  }
}
