package dev.vidwiz.http.chat;

import dev.vidwiz.application.VidWiz.ChatUseCases;
import dev.vidwiz.application.chat.Question.Place;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import io.javalin.http.Context;
import java.io.IOException;

/** Conversations with Wiz. */
public final class ConversationHandlers {

  private final ChatUseCases chat;
  private final Questions questions;
  private final Json json;

  /** Works on the given use cases. */
  public ConversationHandlers(ChatUseCases chat, Questions questions, Json json) {
    this.chat = chat;
    this.questions = questions;
    this.json = json;
  }

  /** POST /v2/conversations. */
  public void begin(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.body().required("video_id").text(VideoId::parse);
    input.check();
    json.answer(ctx, 201, ConversationJson.from(chat.begin(videoId.get(), Questions.owner(ctx))));
  }

  /** GET /v2/conversations/{conversation_id}. */
  public void show(Context ctx) {
    long id = conversationId(ctx);
    json.answer(
        ctx,
        200,
        chat.read()
            .read(id, Questions.owner(ctx))
            .map(ConversationJson::from)
            .orElseThrow(Questions::unknownConversation));
  }

  /** GET /v2/conversations/{conversation_id}/messages. */
  public void listMessages(Context ctx) {
    long id = conversationId(ctx);
    json.answer(
        ctx,
        200,
        chat.read()
            .messages(id, Questions.owner(ctx))
            .map(messages -> messages.stream().map(ChatMessageJson::from).toList())
            .orElseThrow(Questions::unknownConversation));
  }

  /** POST /v2/conversations/{conversation_id}/messages. */
  public void ask(Context ctx) throws IOException, InterruptedException {
    Input input = Input.of(ctx);
    Field<Long> id = input.pathId("conversation_id");
    Field<String> message = Questions.read(input.body());
    input.check();
    questions.answer(ctx, questions.ask(ctx, new Place.Known(id.get()), message.get()));
  }

  private static long conversationId(Context ctx) {
    Input input = Input.of(ctx);
    Field<Long> id = input.pathId("conversation_id");
    input.check();
    return id.get();
  }
}
