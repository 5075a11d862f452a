package dev.vidwiz.application;

import dev.vidwiz.application.ai.JobPublisher;
import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.application.user.GoogleIdentities;
import dev.vidwiz.application.user.LongTermTokens;
import dev.vidwiz.application.user.PasswordHasher;
import dev.vidwiz.application.video.TranscriptReader;
import dev.vidwiz.application.video.TranscriptStore;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What VidWiz needs from outside.
 *
 * @param clock gives the time in whole microseconds, as databases keep it
 */
public record Ports(
    Storage storage, Transcripts transcripts, Accounts accounts, Ai ai, InstantSource clock) {

  /**
   * Where transcripts are kept, and how they are understood.
   *
   * @param elsewhere a store outside of the database; null keeps them in the database
   */
  public record Transcripts(TranscriptReader reader, @Nullable TranscriptStore elsewhere) {}

  /** What accounts rest on. */
  public record Accounts(
      PasswordHasher passwords, LongTermTokens longTermTokens, GoogleIdentities google) {}

  /**
   * What writes notes, summaries and answers.
   *
   * @param model null when no model is set up: questions are refused then, and jobs wait
   * @param publisher null when no queue is set up: then all jobs are done here
   */
  public record Ai(@Nullable ChatModel model, @Nullable JobPublisher publisher) {}
}
