package dev.vidwiz.http.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.http.RawClient;
import dev.vidwiz.http.jetty.JettyServer;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.Paging;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A list whose source fails. */
class LongListTest {

  private static final Json JSON = new Json(ZoneOffset.UTC);
  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  private static final String TEXT = "x".repeat(100_000);

  @Test
  void a_list_that_cannot_be_read_to_its_end_is_not_taken_for_a_whole_one() throws IOException {
    String received = receive(100);

    assertThat(received).startsWith("HTTP/1.1 200 ").contains("[\"0 x").doesNotContain("\"100 x");
    assertThat(received).doesNotEndWith("\r\n0\r\n\r\n");
  }

  @Test
  void a_list_of_which_nothing_can_be_read_is_an_error() throws IOException {
    assertThat(receive(0)).startsWith("HTTP/1.1 500 ");
  }

  @Test
  void few_entries_are_read_at_a_time_as_each_may_be_large() throws IOException {
    AtomicInteger most = new AtomicInteger();
    LongList<Long> list =
        new LongList<>(
            part -> {
              most.accumulateAndGet(part.count(), Math::max);
              return part.id() < 500 ? read(part, Long.MAX_VALUE) : List.of();
            },
            LongListTest::after,
            number -> number);
    try (JettyServer server = new JettyServer(ctx -> list.respond(ctx, JSON, Paging.ALL));
        RawClient client = server.connect()) {
      assertThat(client.send(REQUEST).readRest()).contains(",499,");
    }

    assertThat(most).hasValueLessThanOrEqualTo(16);
  }

  @Test
  void a_list_may_be_a_part_of_a_document() throws IOException {
    LongList<Long> list =
        new LongList<>(part -> read(part, Long.MAX_VALUE), LongListTest::after, number -> number);
    Handler handler =
        ctx ->
            list.respond(
                ctx,
                JSON,
                new Paging(0, Integer.parseInt(ctx.queryString())),
                count -> new Document("a", List.of(), count + " entries"));
    try (JettyServer server = new JettyServer(handler)) {
      for (int count : List.of(0, 1, 2, 40)) {
        String numbers =
            LongStream.range(0, count).mapToObj(Long::toString).collect(Collectors.joining(","));
        try (RawClient client = server.connect()) {
          assertThat(client.send(REQUEST.replace("/ ", "/?" + count + " ")).readRest())
              .endsWith(
                  "{\"before\":\"a\",\"list\":[%s],\"after\":\"%d entries\"}"
                      .formatted(numbers, count));
        }
      }
    }
  }

  record Document(String before, List<Long> list, String after) {}

  private static String receive(long readable) throws IOException {
    try (JettyServer server = new JettyServer(ctx -> respond(ctx, readable));
        RawClient client = server.connect()) {
      return client.send(REQUEST).readRest();
    }
  }

  private static void respond(Context ctx, long readable) throws IOException {
    new LongList<Long>(
            part -> read(part, readable), LongListTest::after, number -> number + " " + TEXT)
        .respond(ctx, JSON, Paging.ALL);
  }

  private static ListPart after(long last, int count) {
    return ListPart.after(Instant.EPOCH, last, count);
  }

  private static List<Long> read(ListPart part, long readable) {
    long first = part.time().equals(Instant.EPOCH) ? part.id() + 1 : 0;
    if (first + part.count() > readable) {
      throw new IllegalStateException("unreadable");
    }
    return LongStream.range(first, first + part.count()).boxed().toList();
  }
}
