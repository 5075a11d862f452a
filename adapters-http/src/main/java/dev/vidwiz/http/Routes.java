package dev.vidwiz.http;

import static dev.vidwiz.http.auth.Access.ADMIN;
import static dev.vidwiz.http.auth.Access.USER;
import static dev.vidwiz.http.auth.Access.USER_OR_AUTOMATION;
import static dev.vidwiz.http.auth.Access.USER_OR_GUEST;
import static dev.vidwiz.http.request.BodyLimit.TRANSCRIPT;
import static dev.vidwiz.http.request.OtherKeys.OTHER_KEYS_REFUSED;

import dev.vidwiz.http.auth.SignInHandlers;
import dev.vidwiz.http.chat.ConversationHandlers;
import dev.vidwiz.http.note.NoteHandlers;
import dev.vidwiz.http.task.TaskHandlers;
import dev.vidwiz.http.user.ProfileHandlers;
import dev.vidwiz.http.video.FillInHandlers;
import dev.vidwiz.http.video.VideoHandlers;
import dev.vidwiz.http.video.VideoStreamHandler;
import io.javalin.router.JavalinDefaultRoutingApi;

/** All routes, each with who may call it. */
record Routes(
    SignInHandlers signIn,
    ProfileHandlers profile,
    VideoHandlers videos,
    VideoStreamHandler videoStream,
    FillInHandlers fillIn,
    NoteHandlers notes,
    ConversationHandlers conversations,
    TaskHandlers tasks) {

  void addTo(JavalinDefaultRoutingApi api) {
    api.post("/v2/auth/register", signIn::register);
    api.post("/v2/auth/login", signIn::logIn);
    api.post("/v2/auth/google", signIn::signInWithGoogle);
    api.post("/v2/auth/tokens", profile::createToken, USER);
    api.delete("/v2/auth/tokens", profile::revokeToken, USER);
    api.get("/v2/users/me", profile::show, USER);
    api.patch("/v2/users/me", profile::update, USER);

    api.get("/v2/videos", videos::search, USER);
    api.get("/v2/videos/{video_id}", videos::show, USER);
    api.get("/v2/videos/{video_id}/stream", videoStream::stream, USER_OR_GUEST);
    api.post("/v2/videos/{video_id}/notes", notes::create, USER_OR_AUTOMATION);
    api.get("/v2/videos/{video_id}/notes", notes::list, USER);
    api.patch("/v2/notes/{note_id}", notes::edit, USER, OTHER_KEYS_REFUSED);
    api.delete("/v2/notes/{note_id}", notes::delete, USER);

    api.post("/v2/conversations", conversations::begin, USER_OR_GUEST, OTHER_KEYS_REFUSED);
    api.get("/v2/conversations/{conversation_id}", conversations::show, USER_OR_GUEST);
    api.get(
        "/v2/conversations/{conversation_id}/messages", conversations::listMessages, USER_OR_GUEST);
    api.post(
        "/v2/conversations/{conversation_id}/messages",
        conversations::ask,
        USER_OR_GUEST,
        OTHER_KEYS_REFUSED);

    api.get("/v2/internal/tasks", tasks::claim, ADMIN);
    api.post("/v2/internal/tasks/{task_id}/result", tasks::submitResult, ADMIN, TRANSCRIPT);
    api.get("/v2/internal/videos/{video_id}", videos::show, ADMIN);
    api.post(
        "/v2/internal/videos/{video_id}/transcript", fillIn::storeTranscript, ADMIN, TRANSCRIPT);
    api.post("/v2/internal/videos/{video_id}/metadata", fillIn::storeMetadata, ADMIN);
    api.post("/v2/internal/videos/{video_id}/summary", fillIn::storeSummary, ADMIN);
    api.get("/v2/internal/videos/{video_id}/ai-notes", notes::listForAi, ADMIN);
    api.patch("/v2/internal/notes/{note_id}", notes::editAny, ADMIN, OTHER_KEYS_REFUSED);
  }
}
