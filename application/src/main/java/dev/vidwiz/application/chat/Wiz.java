package dev.vidwiz.application.chat;

import dev.vidwiz.application.concurrent.SteadyClock;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.Video;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Asks the model, and ends answers that take too long after the server stops. Thread-safe. */
public final class Wiz implements AutoCloseable {

  /** How long answers may continue after {@link #close}. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final ChatModel model;
  private final WizSettings settings;
  private final InstantSource clock;
  private volatile Instant end = Instant.MAX;

  /** Asks the given model. */
  public Wiz(ChatModel model, WizSettings settings, InstantSource clock) {
    this.model = model;
    this.settings = settings;
    this.clock = SteadyClock.of(clock);
  }

  /** Ends answers in progress after {@link #GRACE}. */
  @Override
  public synchronized void close() {
    if (end.equals(Instant.MAX)) {
      end = clock.instant().plus(GRACE);
    }
  }

  /** Asks about a video. The caller reads the answer and closes it. */
  Answer ask(Exchange exchange, Video video, Transcript transcript, List<Message> history) {
    WizPrompt prompt = new WizPrompt(video, transcript, settings);
    return new Answer(
        model.stream(prompt.asking(exchange.question().text(), history)),
        exchange,
        prompt.transcript(),
        model.name(),
        () -> clock.instant().isAfter(end));
  }
}
