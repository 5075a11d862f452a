package dev.vidwiz.http.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.application.concurrent.CarrierThread;
import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.http.jetty.ClientConnection;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.ETag;
import dev.vidwiz.http.request.Links;
import dev.vidwiz.http.request.Paging;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Responds with a list of any length, of which only a part is in memory at any time. While a part
 * is sent, no connection to the database is held. Entries that are added or removed meanwhile may
 * be included or not; every other entry is included once.
 */
public final class LongList<T> {

  /** Each of them may have hundreds of kilobytes. */
  private static final int MAX_ROWS = 16;

  /** A slow client keeps this much, and one entry, in memory. */
  private static final int BUFFER_BYTES = 32 << 10;

  /**
   * Lists are read one after the other, part by part. Virtual threads that only yield to each other
   * would keep all carriers, and new requests would wait until the lists end.
   */
  private static final Semaphore TURN = new Semaphore(1, true);

  private final Function<ListPart, List<T>> source;
  private final BiFunction<T, Integer, ListPart> following;
  private final Function<T, Object> shape;

  /**
   * Describes a list.
   *
   * @param source reads a part of the list
   * @param following returns the part after an entry, with a maximum number of entries
   * @param shape converts an entry to its JSON
   */
  public LongList(
      Function<ListPart, List<T>> source,
      BiFunction<T, Integer, ListPart> following,
      Function<T, Object> shape) {
    this.source = source;
    this.following = following;
    this.shape = shape;
  }

  /** Sends the requested page, with links to its neighbors. */
  public void respond(Context ctx, Json json, Paging page) throws IOException {
    link(ctx, page);
    respond(ctx, json, page, count -> List.of());
  }

  /**
   * Like {@link #respond}, with an ETag. The hash of a list that is too long for the memory is that
   * of a first reading; a second one is sent.
   */
  public void respondIfChanged(Context ctx, Json json, Paging page) throws IOException {
    Writing writing = new Writing(json, page, count -> List.of());
    writing.fill();
    boolean whole = writing.next == null;
    ETag etag = new ETag().add(writing.buffer.toByteArray());
    while (writing.next != null) {
      writing.fillInTurn();
      etag.add(writing.buffer.toByteArray());
    }
    link(ctx, page);
    if (etag.isKnown(ctx)) {
      return;
    }
    if (!whole) {
      respond(ctx, json, page, count -> List.of());
    } else {
      ctx.status(200).contentType("application/json").result(writing.buffer.toByteArray());
    }
  }

  private void link(Context ctx, Paging page) {
    if (page.isPage()) {
      ListPart next = ListPart.first(page.skip() + page.count(), 1);
      Links.pages(ctx, page.number(), !source.apply(next).isEmpty());
    }
  }

  /**
   * Sends the requested page within another document.
   *
   * @param document returns the document for a number of entries; its first empty array stands for
   *     the list
   */
  public void respond(Context ctx, Json json, Paging page, IntFunction<Object> document)
      throws IOException {
    Writing writing = new Writing(json, page, document);
    writing.fill();
    ctx.status(200).contentType("application/json");
    if (writing.next == null) {
      ctx.result(writing.buffer.toByteArray());
    } else {
      send(ctx, writing);
    }
  }

  private void send(Context ctx, Writing writing) throws IOException {
    OutputStream out = ctx.res().getOutputStream();
    try {
      writing.buffer.writeTo(out);
      while (writing.next != null) {
        writing.fillInTurn();
        writing.buffer.writeTo(out);
      }
    } catch (RuntimeException e) {
      // The client must not take the partial list for a complete one.
      ClientConnection.of(ctx).close();
      throw e;
    }
  }

  private final class Writing {

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private final Json json;
    private final IntFunction<Object> document;
    private final int all;
    private int left;
    private int rows = MAX_ROWS;
    private @Nullable ListPart next;

    Writing(Json json, Paging page, IntFunction<Object> document) {
      this.json = json;
      this.document = document;
      this.all = page.count();
      this.left = all;
      this.next = ListPart.first(page.skip(), Math.min(left, rows));
    }

    /** Like {@link #fill}, when no other list is being read. */
    void fillInTurn() {
      TURN.acquireUninterruptibly();
      try {
        fill();
      } finally {
        TURN.release();
      }
    }

    /** Reads until the buffer is full or the list ends. */
    void fill() {
      buffer.reset();
      if (left == all) {
        write(around(0)[0] + "[");
      }
      while (next != null && buffer.size() < BUFFER_BYTES) {
        next = add(next);
      }
      if (next == null) {
        write("]" + around(all - left)[1]);
      }
    }

    /** Returns what comes before and after the list. */
    private String[] around(int count) {
      return new String(json.bytes(document.apply(count)), UTF_8).split("\\[]", 2);
    }

    private void write(String text) {
      buffer.writeBytes(text.getBytes(UTF_8));
    }

    /** Reads a part into the buffer; returns the next part, null at the end of the list. */
    private @Nullable ListPart add(ListPart part) {
      List<T> entries = source.apply(part);
      T last = null;
      int before = left;
      for (T entry : entries) {
        CarrierThread.letOthersRun();
        if (left < all) {
          buffer.write(',');
        }
        buffer.writeBytes(json.bytes(shape.apply(entry)));
        last = entry;
        left--;
        if (buffer.size() >= BUFFER_BYTES) {
          break;
        }
      }
      int added = before - left;
      boolean ended = added == entries.size() && added < part.count();
      // Fewer rows at a time when the entries are large.
      rows = added < entries.size() ? Math.max(1, added) : Math.min(MAX_ROWS, 2 * rows);
      return ended || left == 0 || last == null
          ? null
          : following.apply(last, Math.min(left, rows));
    }
  }
}
