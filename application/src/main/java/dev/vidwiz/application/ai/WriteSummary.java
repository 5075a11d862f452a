package dev.vidwiz.application.ai;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.transcript.FindTranscript;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Summarizes a video from its whole transcript. */
public final class WriteSummary implements AiWriter {

  private final Videos videos;
  private final Signals signals;
  private final FindTranscript transcripts;
  private final ChatModel model;
  private final int contextTokens;
  private final InstantSource clock;

  /** Writes with the given model, with at most {@code contextTokens} of material in a prompt. */
  public WriteSummary(
      Videos videos,
      Signals signals,
      FindTranscript transcripts,
      ChatModel model,
      int contextTokens,
      InstantSource clock) {
    this.videos = videos;
    this.signals = signals;
    this.transcripts = transcripts;
    this.model = model;
    this.contextTokens = contextTokens;
    this.clock = clock;
  }

  /** Writes the summary, which is stored if there is still none. */
  @Override
  public Runnable write(AiJob job) throws InterruptedException {
    Optional<Video> video = videos.find(job.videoId()).filter(v -> v.summary() == null);
    if (video.isPresent()
        && transcripts.find(video.get(), Requester.NOBODY)
            instanceof FindTranscript.Outcome.Found(Transcript transcript)
        && !transcript.segments().isEmpty()) {
      String summary = summarize(video.get(), transcript);
      return () -> store(job.videoId(), summary);
    }
    return () -> {};
  }

  private String summarize(Video video, Transcript transcript) throws InterruptedException {
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
        model, former -> prompts.ofAll(material, former), ModelOutput::clean);
  }

  private void store(VideoId videoId, String summary) {
    if (videos.storeSummaryIfNone(videoId, summary, clock.instant())) {
      signals.publish(new Signal.VideoChanged(videoId));
    }
  }
}
