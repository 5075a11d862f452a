package dev.vidwiz.application;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.job.JobPublisher;
import dev.vidwiz.application.transcript.TranscriptStore;
import dev.vidwiz.application.user.GoogleIdentities;
import dev.vidwiz.application.user.LoginHistory;
import dev.vidwiz.application.user.LongTermTokens;
import dev.vidwiz.application.user.PasswordHasher;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ports that VidWiz needs. Only the storage and the clock are required.
 *
 * @param transcripts the store for transcripts; null stores them in the database
 * @param accounts null in a program with its own users; {@link UseCases#accounts} fails then
 */
public record Ports(
    Storage storage,
    @Nullable TranscriptStore transcripts,
    @Nullable Accounts accounts,
    Ai ai,
    InstantSource clock) {
  /** Rejects null. */
  public Ports {
    Objects.requireNonNull(storage, "storage");
    Objects.requireNonNull(ai, "ai");
    Objects.requireNonNull(clock, "clock");
  }

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
      @Nullable LoginHistory logins) {
    /** Rejects null. */
    public Accounts {
      Objects.requireNonNull(passwords, "passwords");
      Objects.requireNonNull(longTermTokens, "longTermTokens");
      Objects.requireNonNull(google, "google");
    }
  }

  /**
   * The ports of AI notes, summaries and answers.
   *
   * @param model null when none is configured; then questions are refused and AI jobs wait
   * @param publisher null when no queue is configured; then this server does all AI jobs
   */
  public record Ai(@Nullable ChatModel model, @Nullable JobPublisher publisher) {}

  /** Returns ports for notes and tasks only, without a model. */
  public static Ports of(Storage storage, InstantSource clock) {
    return new Ports(storage, null, null, new Ai(null, null), clock);
  }

  /** Returns these ports with a model. */
  public Ports with(ChatModel model) {
    return new Ports(storage, transcripts, accounts, new Ai(model, ai.publisher()), clock);
  }
}
