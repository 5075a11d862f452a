package dev.vidwiz.http.chat;

import dev.vidwiz.application.VidWiz.ChatUseCases;
import dev.vidwiz.application.chat.AnswerQuestion.Outcome;
import dev.vidwiz.application.chat.Question;
import dev.vidwiz.application.chat.SpentQuota;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.auth.Caller;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.ErrorCode;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.Body;
import dev.vidwiz.http.request.ClientAddress;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversations with Wiz. */
public final class ConversationHandlers {

  record ProcessingJson(String status, String message) {}

  private final ChatUseCases chat;
  private final AnswerStream answers;
  private final ClientAddress addresses;
  private final Json json;

  /** Works on the given use cases. */
  public ConversationHandlers(ChatUseCases chat, ClientAddress addresses, Json json) {
    this.chat = chat;
    this.answers = new AnswerStream(json);
    this.addresses = addresses;
    this.json = json;
  }

  /** POST /v2/conversations. */
  public void begin(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Body body = input.body();
    Field<VideoId> videoId = body.required("video_id").text(VideoId::parse);
    body.onlyKeys(Set.of("video_id"));
    input.check();
    json.answer(ctx, 201, ConversationJson.from(chat.begin().begin(videoId.get(), owner(ctx))));
  }

  /** GET /v2/conversations/{conversation_id}. */
  public void show(Context ctx) {
    long id = conversationId(ctx);
    json.answer(
        ctx,
        200,
        chat.read()
            .read(id, owner(ctx))
            .map(ConversationJson::from)
            .orElseThrow(ConversationHandlers::notFound));
  }

  /** GET /v2/conversations/{conversation_id}/messages. */
  public void listMessages(Context ctx) {
    long id = conversationId(ctx);
    json.answer(
        ctx,
        200,
        chat.read()
            .messages(id, owner(ctx))
            .map(messages -> messages.stream().map(ChatMessageJson::from).toList())
            .orElseThrow(ConversationHandlers::notFound));
  }

  /** POST /v2/conversations/{conversation_id}/messages. */
  public void ask(Context ctx) throws IOException, InterruptedException {
    Input input = Input.of(ctx);
    Field<Long> id = input.pathId("conversation_id");
    Body body = input.body();
    Field<String> message =
        body.required("message").text(text -> Question.RULE.check(text.strip()));
    body.onlyKeys(Set.of("message"));
    input.check();
    Question question = new Question(id.get(), owner(ctx), addresses.of(ctx), message.get());
    switch (chat.answer().ask(question)) {
      case Outcome.Answering(var answer) -> answers.send(ctx, answer);
      case Outcome.UnknownConversation() -> throw notFound();
      case Outcome.QuotaSpent(SpentQuota quota) -> throw spent(ctx, quota);
      case Outcome.TranscriptPending(String error) ->
          json.answer(ctx, 202, new ProcessingJson("processing", pending(error)));
      case Outcome.TranscriptMissing() -> throw ApiException.notFound("Transcript data missing");
      case Outcome.NoModel() ->
          throw ApiException.notConfigured("OpenRouter API key not configured");
    }
  }

  private static long conversationId(Context ctx) {
    Input input = Input.of(ctx);
    Field<Long> id = input.pathId("conversation_id");
    input.check();
    return id.get();
  }

  private static Owner owner(Context ctx) {
    return switch (Caller.of(ctx)) {
      case Caller.KnownUser(long id) -> new Owner.RegisteredUser(id);
      case Caller.Guest(String sessionId) -> new Owner.Guest(sessionId);
      case Caller.Admin() -> throw new IllegalStateException("conversations have owners");
    };
  }

  private static String pending(@Nullable String error) {
    return error == null ? "Transcript processing" : error;
  }

  private static ApiException spent(Context ctx, SpentQuota quota) {
    long seconds = quota.resetIn().plusMillis(999).toSeconds();
    ctx.header("Retry-After", Long.toString(seconds));
    return new ApiException(
        ErrorCode.RATE_LIMIT_EXCEEDED,
        "Daily limit reached (%d %smessages/day)"
            .formatted(quota.messages(), quota.guest() ? "guest " : ""),
        Map.of("reset_in_seconds", seconds));
  }

  private static ApiException notFound() {
    return ApiException.notFound("Conversation not found");
  }
}
