package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException.Kind;
import dev.vidwiz.application.chat.StreamedAnswer.Next.Finished;
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
  private final Deadline total;
  private final Deadline first;
  private final RetryRule rule;
  private final AnswerText.Listener listener;
  private final Deadline lastRetry;
  private final Set<Trait> spared = EnumSet.noneOf(Trait.class);
  private boolean begun;

  Attempts(ModelServer server, ChatRequest request, RetryRule rule, AnswerText.Listener listener) {
    this.server = server;
    this.request = request;
    this.total =
        Deadline.in(request.limits().total(), "The model did not end its answer within %s");
    this.first =
        Deadline.in(request.limits().firstToken(), "The model did not begin its answer within %s")
            .orEarlier(total);
    this.rule = rule;
    this.listener = listener;
    this.lastRetry = Deadline.in(rule.together(), "").orEarlier(first);
  }

  /** Returns the moment by which the answer must have ended. */
  Deadline total() {
    return total;
  }

  /** Returns the end of the answer, once all of its text was passed on. */
  Finished run() throws AttemptFailed, InterruptedException {
    spared.addAll(server.dialect());
    int retries = 0;
    while (true) {
      try {
        return attempt();
      } catch (AttemptFailed e) {
        Optional<Trait> refused = Trait.refused(e.refused, spared);
        if (!begun && refused.isPresent()) {
          spared.add(refused.get());
          continue;
        }
        Optional<Duration> pause = pauseAfter(e, retries++);
        if (pause.isEmpty()) {
          throw e;
        }
        Thread.sleep(pause.get());
      }
    }
  }

  private Finished attempt() throws AttemptFailed, InterruptedException {
    AnswerText text = new AnswerText(server, request.limits().answerChars(), this::passOn);
    try (ResponseBytes body = server.ask(request.sparing(spared), first)) {
      return new AnswerReader(body, server, text, request.limits().silence(), first, total).read();
    } catch (IOException e) {
      throw server.failures().of(e);
    } catch (OutOfMemoryError e) {
      throw new AttemptFailed(Kind.UNAVAILABLE, "There was no memory left for the answer");
    }
  }

  /** What was spared is known to help only now. */
  private void passOn(String text, boolean anew) throws IOException, InterruptedException {
    if (!begun) {
      begun = true;
      spared.forEach(server::found);
    }
    listener.text(text, anew);
  }

  private Optional<Duration> pauseAfter(AttemptFailed failure, int retries) {
    if (begun || !failure.worthRetrying) {
      return Optional.empty();
    }
    Duration retryAfter = failure.reason.retryAfter().orElse(null);
    return rule.pauseBefore(retries, lastRetry.left(), retryAfter, ThreadLocalRandom.current());
  }
}
