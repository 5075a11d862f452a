package dev.vidwiz.http;

import static dev.vidwiz.http.auth.Access.ADMIN;
import static dev.vidwiz.http.auth.Access.ANYBODY;
import static dev.vidwiz.http.auth.Access.USER;
import static dev.vidwiz.http.auth.Access.USER_OR_ADMIN;
import static dev.vidwiz.http.auth.Access.USER_OR_AUTOMATION;
import static dev.vidwiz.http.auth.Access.USER_OR_GUEST;
import static dev.vidwiz.http.limit.RateGroup.AUTH;
import static dev.vidwiz.http.limit.RateGroup.CONVERSATIONS;
import static dev.vidwiz.http.limit.RateGroup.DEFAULT;
import static dev.vidwiz.http.limit.RateGroup.VIDEOS;
import static dev.vidwiz.http.request.BodyLimit.TRANSCRIPT;
import static dev.vidwiz.http.request.UnknownFields.REJECT_UNKNOWN_FIELDS;

import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.http.auth.SignInHandlers;
import dev.vidwiz.http.chat.ConversationHandlers;
import dev.vidwiz.http.health.HealthHandlers;
import dev.vidwiz.http.job.JobHandlers;
import dev.vidwiz.http.legacy.LegacyNotes;
import dev.vidwiz.http.legacy.LegacyVideos;
import dev.vidwiz.http.legacy.LegacyWiz;
import dev.vidwiz.http.note.NoteHandlers;
import dev.vidwiz.http.payment.PaymentHandlers;
import dev.vidwiz.http.quota.QuotaHandlers;
import dev.vidwiz.http.task.TaskHandlers;
import dev.vidwiz.http.user.ProfileHandlers;
import dev.vidwiz.http.video.InternalVideoHandlers;
import dev.vidwiz.http.video.VideoHandlers;
import dev.vidwiz.http.video.VideoStreamHandler;
import io.javalin.router.JavalinDefaultRoutingApi;

/**
 * All routes of the API with their access rules, rate limits and body rules. Legacy routes are
 * those under {@code /api}.
 */
record Routes(JavalinDefaultRoutingApi api) {

  void addProbes(HealthHandlers health) {
    api.get("/health", health::alive);
    api.get("/ready", health::ready);
    api.head("/ready", health::ready);
    api.get("/v2/internal/metrics", health::metrics, ADMIN);
  }

  void addAccounts(SignInHandlers signIn, ProfileHandlers profile) {
    api.post("/v2/auth/register", signIn::register, AUTH);
    api.post("/v2/auth/login", signIn::logIn, AUTH);
    api.post("/v2/auth/google", signIn::signInWithGoogle, AUTH);
    api.post("/v2/auth/tokens", profile::createToken, USER, DEFAULT);
    api.delete("/v2/auth/tokens", profile::revokeToken, USER, DEFAULT);
    api.get("/v2/users/me", profile::show, USER, DEFAULT);
    api.patch("/v2/users/me", profile::update, USER, DEFAULT);
  }

  void addPayments(PaymentHandlers payments) {
    api.get("/v2/payments/products", payments::listProducts, DEFAULT);
  }

  void addVideosAndNotes(VideoHandlers videos, VideoStreamHandler videoStream, NoteHandlers notes) {
    api.get("/v2/videos", videos::search, USER, VIDEOS);
    api.get("/v2/videos/{video_id}", videos::show, USER, VIDEOS);
    api.get("/v2/videos/{video_id}/stream", videoStream::stream, USER_OR_GUEST, VIDEOS);
    api.post("/v2/videos/{video_id}/notes", notes::create, USER_OR_AUTOMATION, DEFAULT);
    api.get("/v2/videos/{video_id}/notes", notes::list, USER, DEFAULT);
    api.get("/v2/notes/{note_id}", notes::show, USER, DEFAULT);
    api.patch("/v2/notes/{note_id}", notes::edit, USER, DEFAULT, REJECT_UNKNOWN_FIELDS);
    api.delete("/v2/notes/{note_id}", notes::delete, USER, DEFAULT);
  }

  void addConversations(ConversationHandlers conversations) {
    api.post(
        "/v2/conversations", conversations::begin, USER_OR_GUEST, DEFAULT, REJECT_UNKNOWN_FIELDS);
    api.get("/v2/conversations/{conversation_id}", conversations::show, USER_OR_GUEST, DEFAULT);
    api.get(
        "/v2/conversations/{conversation_id}/messages",
        conversations::listMessages,
        USER_OR_GUEST,
        DEFAULT);
    api.post(
        "/v2/conversations/{conversation_id}/messages",
        conversations::ask,
        USER_OR_GUEST,
        CONVERSATIONS,
        REJECT_UNKNOWN_FIELDS);
  }

  void addTasks(TaskHandlers tasks) {
    api.get("/v2/internal/tasks", tasks::claim, ADMIN);
    api.post("/v2/internal/tasks/resume", tasks::resume, ADMIN);
    api.post("/v2/internal/tasks/{task_id}/result", tasks::submitResult, ADMIN, TRANSCRIPT);
  }

  void addJobs(JobHandlers jobs) {
    api.get("/v2/internal/jobs", jobs::list, ADMIN);
    api.post("/v2/internal/jobs/{job_id}/retry", jobs::retry, ADMIN);
    api.post("/v2/internal/jobs/{job_id}/cancel", jobs::cancel, ADMIN);
  }

  void addQuotas(QuotaHandlers quotas) {
    api.get("/v2/internal/quotas", quotas::list, ADMIN);
  }

  void addInternal(VideoHandlers videos, InternalVideoHandlers internal, NoteHandlers notes) {
    api.get("/v2/internal/videos/{video_id}", videos::show, ADMIN);
    api.post(
        "/v2/internal/videos/{video_id}/transcript", internal::storeTranscript, ADMIN, TRANSCRIPT);
    api.post("/v2/internal/videos/{video_id}/metadata", internal::storeMetadata, ADMIN);
    api.post("/v2/internal/videos/{video_id}/summary", internal::storeSummary, ADMIN);
    api.get("/v2/internal/videos/{video_id}/ai-notes", notes::listForAi, ADMIN);
    api.patch("/v2/internal/notes/{note_id}", notes::editAny, ADMIN, REJECT_UNKNOWN_FIELDS);
  }

  void addLegacyAccounts(SignInHandlers signIn, ProfileHandlers profile) {
    api.post(
        "/api/user/signup",
        signIn::register,
        AUTH.withBucketOf("POST /v2/auth/register"),
        REJECT_UNKNOWN_FIELDS);
    api.post(
        "/api/user/login",
        signIn::logIn,
        AUTH.withBucketOf("POST /v2/auth/login"),
        REJECT_UNKNOWN_FIELDS);
    api.post(
        "/api/user/google/login",
        signIn::signInWithGoogle,
        AUTH.withBucketOf("POST /v2/auth/google"),
        REJECT_UNKNOWN_FIELDS);
    api.post(
        "/api/user/token",
        profile::createToken,
        USER_OR_AUTOMATION,
        DEFAULT.withBucketOf("POST /v2/auth/tokens"));
    api.delete(
        "/api/user/token",
        profile::revokeToken,
        USER_OR_AUTOMATION,
        DEFAULT.withBucketOf("DELETE /v2/auth/tokens"));
    api.get(
        "/api/user/profile",
        profile::show,
        USER_OR_AUTOMATION,
        DEFAULT.withBucketOf("GET /v2/users/me"));
    api.patch(
        "/api/user/profile",
        profile::update,
        USER_OR_AUTOMATION,
        DEFAULT.withBucketOf("PATCH /v2/users/me"),
        REJECT_UNKNOWN_FIELDS);
  }

  void addLegacyVideos(VideoHandlers videos, LegacyVideos legacyVideos) {
    api.get(
        "/api/search",
        legacyVideos::search,
        USER_OR_AUTOMATION,
        VIDEOS.withBucketOf("GET /v2/videos"));
    api.get(
        "/api/videos/{video_id}",
        videos::show,
        USER_OR_AUTOMATION,
        VIDEOS.withBucketOf("GET /v2/videos/{video_id}"));
    api.patch(
        "/api/videos/{video_id}",
        legacyVideos::storeSummary,
        ADMIN,
        DEFAULT,
        REJECT_UNKNOWN_FIELDS);
  }

  void addLegacyNotes(NoteHandlers notes, LegacyNotes legacyNotes) {
    api.get("/api/videos/{video_id}/notes/ai-note-task", legacyNotes::listForAi, ADMIN, DEFAULT);

    api.post(
        "/api/notes",
        legacyNotes::create,
        USER_OR_AUTOMATION,
        DEFAULT.withBucketOf("POST /v2/videos/{video_id}/notes"));
    api.get(
        "/api/notes/{video_id}",
        legacyNotes::list,
        USER_OR_AUTOMATION,
        DEFAULT.withBucketOf("GET /v2/videos/{video_id}/notes"));
    api.patch(
        "/api/notes/{note_id}",
        legacyNotes::edit,
        USER_OR_ADMIN,
        DEFAULT.withBucketOf("PATCH /v2/notes/{note_id}"),
        REJECT_UNKNOWN_FIELDS);
    api.delete(
        "/api/notes/{note_id}",
        notes::delete,
        USER_OR_AUTOMATION,
        DEFAULT.withBucketOf("DELETE /v2/notes/{note_id}"));
  }

  void addLegacyTasks(TaskHandlers tasks) {
    for (TaskType type : TaskType.values()) {
      String path = "/api/tasks/" + TaskHandlers.name(type);
      api.get(path, ctx -> tasks.claim(ctx, type), USER_OR_ADMIN);
      api.post(path, tasks::submitNamedResult, USER_OR_ADMIN, TRANSCRIPT);
    }
  }

  void addLegacyWiz(LegacyWiz legacyWiz) {
    api.post("/api/wiz/init", legacyWiz::prepare, ANYBODY, DEFAULT, REJECT_UNKNOWN_FIELDS);
    api.get("/api/wiz/video/{video_id}", legacyWiz::show, DEFAULT);
    api.post(
        "/api/wiz/conversation",
        legacyWiz::begin,
        USER_OR_GUEST,
        DEFAULT.withBucketOf("POST /v2/conversations"),
        REJECT_UNKNOWN_FIELDS);
    api.post(
        "/api/wiz/chat",
        legacyWiz::ask,
        USER_OR_GUEST,
        CONVERSATIONS.withBucketOf("POST /v2/conversations/{conversation_id}/messages"),
        REJECT_UNKNOWN_FIELDS);
  }
}
