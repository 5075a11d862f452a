package dev.vidwiz.application.chat;

import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.time.InstantSource;

/** Begins a conversation about a video. */
public final class BeginConversation {

  private final Transactions transactions;
  private final Conversations conversations;
  private final ScheduleFetches fetches;
  private final InstantSource clock;

  /** Works on the given storage. */
  public BeginConversation(
      Transactions transactions,
      Conversations conversations,
      ScheduleFetches fetches,
      InstantSource clock) {
    this.transactions = transactions;
    this.conversations = conversations;
    this.fetches = fetches;
    this.clock = clock;
  }

  /**
   * Creates the video when it is missing, schedules what it lacks, and begins a conversation.
   *
   * @param requester whose share of new videos it counts against
   * @throws dev.vidwiz.application.limit.DailyLimitException when the video is new and the
   *     requester has opened as many today as they may
   */
  public Conversation begin(VideoId videoId, Owner owner, Requester requester) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        () -> {
          fetches.open(videoId, null, requester, now);
          return conversations.insert(videoId, owner, now);
        });
  }

  /** Begins a conversation where guests have no address: each session is one requester. */
  public Conversation begin(VideoId videoId, Owner owner) {
    return begin(
        videoId,
        owner,
        switch (owner) {
          case Owner.RegisteredUser(long id) -> new Requester.User(id);
          case Owner.Guest(String sessionId) -> new Requester.Guest(sessionId);
        });
  }
}
