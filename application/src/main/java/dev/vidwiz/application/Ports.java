package dev.vidwiz.application;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.application.transcript.TranscriptStore;
import dev.vidwiz.application.user.GoogleIdentities;
import dev.vidwiz.application.user.LoginHistory;
import dev.vidwiz.application.user.LongTermTokens;
import dev.vidwiz.application.user.PasswordHasher;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What VidWiz needs from outside: a storage and the time. The rest may be missing.
 *
 * @param transcripts where transcripts are kept outside of the storage; null keeps them in it
 * @param accounts null in a program that has users of its own: {@link UseCases#accounts} fails then
 */
public record Ports(
    Storage storage,
    @Nullable TranscriptStore transcripts,
    @Nullable Accounts accounts,
    Ai ai,
    InstantSource clock) {

  /**
   * What accounts rest on.
   *
   * @param logins where failed logins are counted, usually {@link Storage#logins}; null sets them
   *     no limit
   */
  public record Accounts(
      PasswordHasher passwords,
      LongTermTokens longTermTokens,
      GoogleIdentities google,
      @Nullable LoginHistory logins) {}

  /**
   * What writes notes, summaries and answers.
   *
   * @param model null when no model is set up: questions are refused then, and jobs wait
   * @param publisher null when no queue is set up: then all jobs are done here
   */
  public record Ai(@Nullable ChatModel model, @Nullable JobPublisher publisher) {}

  /** Returns the ports of a VidWiz that keeps notes and hands out tasks, without a model. */
  public static Ports of(Storage storage, InstantSource clock) {
    return new Ports(storage, null, null, new Ai(null, null), clock);
  }

  /** Returns these ports with a model. */
  public Ports with(ChatModel model) {
    return new Ports(storage, transcripts, accounts, new Ai(model, ai.publisher()), clock);
  }
}
