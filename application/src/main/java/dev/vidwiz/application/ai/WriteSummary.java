package dev.vidwiz.application.ai;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.video.Transcripts;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.Video;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Summarises a video from its whole transcript. */
public final class WriteSummary {

  private final Transactions transactions;
  private final Outbox outbox;
  private final Videos videos;
  private final Signals signals;
  private final Transcripts transcripts;
  private final ChatModel model;
  private final int contextTokens;
  private final InstantSource clock;

  /** Writes with the given model, which is shown at most {@code contextTokens} at once. */
  public WriteSummary(
      Storage storage,
      Transcripts transcripts,
      ChatModel model,
      int contextTokens,
      InstantSource clock) {
    this.transactions = storage.transactions();
    this.outbox = storage.outbox();
    this.videos = storage.videos();
    this.signals = storage.signals();
    this.transcripts = transcripts;
    this.model = model;
    this.contextTokens = contextTokens;
    this.clock = clock;
  }

  /**
   * Writes the summary and removes the job, if there is none yet and the job was not cancelled when
   * it is ready.
   *
   * @throws dev.vidwiz.application.InfrastructureException when the model or the storage fails
   */
  public void write(AiJob job) throws InterruptedException {
    Optional<Video> video = videos.find(job.videoId()).filter(v -> v.summary() == null);
    Optional<Transcript> transcript = transcripts.find(job.videoId());
    if (video.isEmpty() || transcript.isEmpty() || transcript.get().segments().isEmpty()) {
      return;
    }
    String summary = summarise(video.get(), transcript.get());
    store(job, summary);
  }

  private String summarise(Video video, Transcript transcript) throws InterruptedException {
    SummaryPrompts prompts = new SummaryPrompts(video, contextTokens);
    List<String> parts = prompts.parts(transcript);
    while (parts.size() > 1) {
      List<String> shorter = new ArrayList<>();
      for (String part : parts) {
        shorter.add(prompts.shortened(model.complete(prompts.ofPart(part)).text()));
      }
      parts = prompts.joined(shorter);
    }
    String material = parts.getFirst();
    return SummaryPrompts.LENGTH.draft(
        model, former -> prompts.ofAll(material, former), Written::text);
  }

  private void store(AiJob job, String summary) {
    transactions.inTransaction(
        () -> {
          if (outbox.remove(job)
              && videos.storeSummaryIfNone(job.videoId(), summary, clock.instant())) {
            signals.publish(new Signal.VideoChanged(job.videoId()));
          }
        });
  }
}
