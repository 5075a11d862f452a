package dev.vidwiz.http.video;

import dev.vidwiz.application.video.VideoPage;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.VideoSearch.Sort;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.auth.Caller;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.ETag;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.request.Links;
import dev.vidwiz.http.request.Paging;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;

/** Handles requests to read and search videos. */
public final class VideoHandlers {

  private static final int MAX_PER_PAGE = 50;

  private final Videos videos;
  private final Json json;

  /** Uses the given storage. */
  public VideoHandlers(Videos videos, Json json) {
    this.videos = videos;
    this.json = json;
  }

  /** GET /v2/videos/{video_id} and GET /v2/internal/videos/{video_id}. */
  public void show(Context ctx) {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    input.check();
    Video video = videos.find(videoId.get()).orElseThrow(VideoHandlers::notFound);
    byte[] body = json.bytes(VideoJson.from(video));
    if (!new ETag().add(body).isKnown(ctx)) {
      ctx.status(200).contentType("application/json").result(body);
    }
  }

  /** GET /v2/videos. */
  public void search(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<String> text = input.query("q", TextRule.atMost(Integer.MAX_VALUE)::check);
    Field<Integer> page = input.queryInt("page", 1, 1, Integer.MAX_VALUE);
    Field<Integer> perPage = input.queryInt("per_page", 10, 1, MAX_PER_PAGE);
    Field<String> sort = input.query("sort", TextRule.atMost(Integer.MAX_VALUE)::check);
    input.check();
    VideoSearch search =
        new VideoSearch(
            Caller.userId(ctx),
            text.or(""),
            page.get(),
            perPage.get(),
            sort(sort.or("created_at_desc")));
    VideoPage found = videos.search(search);
    Links.pages(ctx, page.get(), found.total() > (long) page.get() * perPage.get());
    FoundVideos.list(videos, found.videos(), VideoPageJson.Found::from)
        .respond(
            ctx,
            json,
            new Paging(0, found.videos().size()),
            count -> VideoPageJson.from(found, search));
  }

  /** Returns the error for a video that does not exist. */
  public static ApiException notFound() {
    return ApiException.notFound("Video not found");
  }

  private static Sort sort(String code) {
    return Stream.of(Sort.values())
        .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(code))
        .findAny()
        .orElseThrow(
            () ->
                ApiException.badRequest(
                    "sort must be created_at_desc, created_at_asc, title_asc or title_desc"));
  }
}
