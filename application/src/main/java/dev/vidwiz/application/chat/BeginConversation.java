package dev.vidwiz.application.chat;

import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.ScheduleFetches;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.time.InstantSource;

/** Starts a conversation about a video. */
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
   * Creates the video when it is missing, schedules the tasks that it needs, and starts a
   * conversation.
   *
   * @param requester whose new videos are counted
   * @throws dev.vidwiz.application.limit.DailyLimitException when the video is new and the
   *     requester has reached the daily limit of new videos
   */
  public Conversation begin(VideoId videoId, Owner owner, Requester requester) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        () -> {
          fetches.open(videoId, null, requester, now);
          return conversations.insert(videoId, owner, now);
        });
  }
}
