package dev.vidwiz.http.quota;

import dev.vidwiz.application.chat.Quotas;
import dev.vidwiz.application.user.Users;
import dev.vidwiz.http.json.Json;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Shows operators who uses the daily quotas. */
public final class QuotaHandlers {

  /** The number of uses in an answer. */
  private static final int MAX_USES = 50;

  /** The highest uses of a day. */
  record UsesJson(String day, List<QuotaUseJson> uses) {}

  private final Quotas quotas;
  private final Users users;
  private final Json json;
  private final InstantSource clock;

  /** Uses the given ports; {@code clock} determines the day. */
  public QuotaHandlers(Quotas quotas, Users users, Json json, InstantSource clock) {
    this.quotas = quotas;
    this.users = users;
    this.json = json;
    this.clock = clock;
  }

  /** GET /v2/internal/quotas. */
  public void list(Context ctx) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    List<QuotaUseJson> uses =
        quotas.highest(today, MAX_USES).stream().map(use -> QuotaUseJson.from(use, users)).toList();
    json.respond(ctx, 200, new UsesJson(today.toString(), uses));
  }
}
