package dev.vidwiz.http.legacy;

import dev.vidwiz.application.video.StoreSummary;
import dev.vidwiz.application.video.VideoPage;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.VideoSearch.Sort;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.auth.Caller;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.Field;
import dev.vidwiz.http.request.Input;
import dev.vidwiz.http.request.Links;
import dev.vidwiz.http.request.Paging;
import dev.vidwiz.http.video.FoundVideos;
import dev.vidwiz.http.video.InternalVideoHandlers;
import dev.vidwiz.http.video.VideoHandlers;
import dev.vidwiz.http.video.VideoJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Handles legacy requests for videos. */
public final class LegacyVideos {

  private static final int DEFAULT_PER_PAGE = 10;
  private static final int MAX_PER_PAGE = 50;
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,1000}");
  private static final TextRule ANY_TEXT = TextRule.atMost(Integer.MAX_VALUE);

  record PageJson(List<FoundJson> videos, long total, int page, int perPage, long totalPages) {}

  record FoundJson(String videoId, @Nullable String videoTitle, @Nullable JsonText metadata) {

    static FoundJson from(Video video) {
      return new FoundJson(video.videoId().value(), video.title(), video.metadata());
    }
  }

  private final Videos videos;
  private final StoreSummary storeSummary;
  private final Json json;

  /** Uses the given use cases. */
  public LegacyVideos(Videos videos, StoreSummary storeSummary, Json json) {
    this.videos = videos;
    this.storeSummary = storeSummary;
    this.json = json;
  }

  /** GET /api/search. */
  public void search(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<String> text = input.query("query", ANY_TEXT::check);
    Field<String> page = input.query("page", ANY_TEXT::check);
    Field<String> perPage = input.query("per_page", ANY_TEXT::check);
    input.check();
    VideoSearch search =
        new VideoSearch(
            Caller.userId(ctx),
            text.or(""),
            Math.max(whole("page", page.or("1")), 1),
            perPage(whole("per_page", perPage.or("" + DEFAULT_PER_PAGE))),
            Sort.CREATED_AT_DESC);
    VideoPage found = videos.search(search);
    Links.pages(ctx, search.page(), found.total() > (long) search.page() * search.perPage());
    FoundVideos.list(videos, found.videos(), FoundJson::from)
        .respond(
            ctx,
            json,
            new Paging(0, found.videos().size()),
            count ->
                new PageJson(
                    List.of(),
                    found.total(),
                    search.page(),
                    search.perPage(),
                    Math.ceilDiv(found.total(), search.perPage())));
  }

  /** PATCH /api/videos/{video_id}. */
  public void storeSummary(Context ctx) throws IOException {
    Input input = Input.of(ctx);
    Field<VideoId> videoId = input.path("video_id", VideoId::parse);
    Field<String> summary =
        input.body("summary").optional("summary").text(InternalVideoHandlers.SUMMARY);
    input.check();
    if (videos.find(videoId.get()).isEmpty()) {
      throw VideoHandlers.notFound();
    }
    Video video = storeSummary.store(videoId.get(), summary.orNull(), null);
    json.respond(ctx, 200, VideoJson.from(video));
  }

  private static int perPage(int wanted) {
    return wanted < 1 ? DEFAULT_PER_PAGE : Math.min(wanted, MAX_PER_PAGE);
  }

  /** Returns the number, clamped to the range of an int. */
  private static int whole(String name, String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw ApiException.badRequest(name + " must be a whole number");
    }
    return new BigInteger(text)
        .max(BigInteger.valueOf(Integer.MIN_VALUE))
        .min(BigInteger.valueOf(Integer.MAX_VALUE))
        .intValueExact();
  }
}
