package dev.vidwiz.http.stream;

import dev.vidwiz.application.concurrent.CarrierThread;
import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.http.jetty.ClientConnection;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.request.Paging;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Responds with a list of any length, of which only a part is in memory at any time. While a part
 * is sent, no connection to the database is held. Entries that are added or removed meanwhile may
 * be included or not; every other entry is included once.
 */
public final class LongList<T> {

  /** Each of them may have hundreds of kilobytes. */
  private static final int MAX_ROWS = 16;

  private static final int BUFFER_BYTES = 256 << 10;

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

  /** Sends the requested page. */
  public void respond(Context ctx, Json json, Paging page) throws IOException {
    Writing writing = new Writing(json, page);
    writing.fill();
    if (writing.next == null) {
      ctx.status(200).contentType("application/json").result(writing.buffer.toByteArray());
      return;
    }
    ctx.status(200).contentType("application/json");
    OutputStream out = ctx.res().getOutputStream();
    try {
      writing.buffer.writeTo(out);
      while (writing.next != null) {
        writing.fill();
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
    private int left;
    private int rows = MAX_ROWS;
    private boolean started;
    private @Nullable ListPart next;

    Writing(Json json, Paging page) {
      this.json = json;
      this.left = page.count();
      this.next = ListPart.first(page.skip(), Math.min(left, rows));
    }

    /** Reads until the buffer is full or the list ends. */
    void fill() {
      buffer.reset();
      while (next != null && buffer.size() < BUFFER_BYTES) {
        next = add(next);
      }
      if (next == null) {
        buffer.write(started ? ']' : '[');
        if (!started) {
          buffer.write(']');
        }
      }
    }

    /** Reads a part into the buffer; returns the next part, null at the end of the list. */
    private @Nullable ListPart add(ListPart part) {
      List<T> entries = source.apply(part);
      T last = null;
      int added = 0;
      for (T entry : entries) {
        CarrierThread.letOthersRun();
        buffer.write(started ? ',' : '[');
        buffer.writeBytes(json.bytes(shape.apply(entry)));
        started = true;
        last = entry;
        added++;
        if (buffer.size() >= BUFFER_BYTES) {
          break;
        }
      }
      left -= added;
      boolean ended = added == entries.size() && added < part.count();
      // Fewer rows at a time when the entries are large.
      rows = added < entries.size() ? Math.max(1, added) : Math.min(MAX_ROWS, 2 * rows);
      return ended || left == 0 || last == null
          ? null
          : following.apply(last, Math.min(left, rows));
    }
  }
}
