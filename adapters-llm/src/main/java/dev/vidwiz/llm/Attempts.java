package dev.vidwiz.llm;

import dev.vidwiz.application.chat.StreamedAnswer.Next.Finished;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Asks a server, and asks again while no text has come and the failure may pass. */
final class Attempts {

  private final ModelServer server;
  private final HttpRequest request;
  private final Deadlines deadlines;
  private final RetryRule rule;
  private final AnswerReader.Listener listener;
  private final Deadline lastRetry;
  private boolean begun;

  Attempts(
      ModelServer server,
      HttpRequest request,
      Deadlines deadlines,
      RetryRule rule,
      AnswerReader.Listener listener) {
    this.server = server;
    this.request = request;
    this.deadlines = deadlines;
    this.rule = rule;
    this.listener = listener;
    this.lastRetry = Deadline.in(rule.together(), "").orEarlier(deadlines.next());
  }

  /** Returns the end of the answer, once all of its text was passed on. */
  Finished run() throws AttemptFailed, InterruptedException {
    for (int retries = 0; ; retries++) {
      try {
        return attempt();
      } catch (AttemptFailed e) {
        Optional<Duration> pause = pauseAfter(e, retries);
        if (pause.isEmpty()) {
          throw e;
        }
        Thread.sleep(pause.get());
      }
    }
  }

  private Finished attempt() throws AttemptFailed, InterruptedException {
    try (ResponseBytes body = server.ask(request, deadlines.next())) {
      return new AnswerReader(body, server.failures(), deadlines, this::passOn).read();
    } catch (IOException e) {
      throw server.failures().of(e);
    }
  }

  private void passOn(String text) throws IOException, InterruptedException {
    begun = true;
    listener.text(text);
  }

  private Optional<Duration> pauseAfter(AttemptFailed failure, int retries) {
    if (begun || !failure.worthRetrying()) {
      return Optional.empty();
    }
    Duration retryAfter = failure.reason().retryAfter().orElse(null);
    return rule.pauseBefore(retries, lastRetry.left(), retryAfter, ThreadLocalRandom.current());
  }
}
