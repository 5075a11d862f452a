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
 * Asks a server, and asks again while no text has come: when the failure may pass, and without what
 * the server refuses though it need not be sent.
 */
final class Attempts {

  private final ModelServer server;
  private final ChatRequest request;
  private final RetryRule rule;
  private final AnswerReader.Listener listener;
  private final Deadline total;
  private final Deadline first;
  private final Deadline lastRetry;
  private final Set<Trait> spared = EnumSet.noneOf(Trait.class);
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
    this.lastRetry = Deadline.in(rule.together(), "").orEarlier(first);
  }

  /** Returns the moment by which the answer must have ended. */
  Deadline total() {
    return total;
  }

  /**
   * Returns the end of the answer, once all of its text was passed on.
   *
   * @throws ChatModelException when there is none
   */
  Finished run() throws InterruptedException {
    spared.addAll(server.dialect());
    int retries = 0;
    while (true) {
      try {
        return attempt();
      } catch (IOException e) {
        if (begun) {
          throw server.failures().of(e);
        }
        if (!spareRefused(e)) {
          Thread.sleep(pauseAfter(e, retries++).orElseThrow(() -> server.failures().of(e)));
        }
      }
    }
  }

  private Finished attempt() throws IOException, InterruptedException {
    try (ResponseBytes body = server.ask(request.sparing(spared), first)) {
      return new AnswerReader(server, request.limits(), this::passOn, first, total).read(body);
    } catch (OutOfMemoryError e) {
      throw Failures.unavailable("There was no memory left for the answer", null);
    }
  }

  /** What was spared is known to help only now. */
  private void passOn(Text piece) throws InterruptedException {
    if (!begun) {
      begun = true;
      spared.forEach(server::found);
    }
    listener.text(piece);
  }

  /** Leaves out from now on what the server refused, and tells whether that is anything new. */
  private boolean spareRefused(IOException e) {
    return e instanceof ServerError error
        && (error.status == 400 || error.status == 422)
        && Trait.refused(error.detail, spared).map(spared::add).isPresent();
  }

  private Optional<Duration> pauseAfter(IOException e, int retries) {
    Duration retryAfter = e instanceof ServerError error ? error.retryAfter : null;
    return Failures.worthRetrying(e)
        ? rule.pauseBefore(retries, lastRetry.left(), retryAfter, ThreadLocalRandom.current())
        : Optional.empty();
  }
}
