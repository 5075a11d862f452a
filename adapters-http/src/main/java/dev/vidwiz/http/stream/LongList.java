package dev.vidwiz.http.stream;

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
 * Answers with a list of any length, of which only a little is in memory at any time: it is read
 * part by part, and written in between, when nothing of the database is held. An entry that is
 * added or removed meanwhile may or may not be in it; no other is missed or comes twice.
 */
public final class LongList<T> {

  private static final int FIRST_ROWS = 16;
  private static final int MAX_ROWS = 256;
  private static final int BYTES_HELD = 256 << 10;

  private final Function<ListPart, List<T>> source;
  private final BiFunction<T, Integer, ListPart> behind;
  private final Function<T, Object> shape;

  /**
   * Describes a list.
   *
   * @param source reads a part
   * @param behind the part behind an entry, of so many
   * @param shape what an entry looks like as JSON
   */
  public LongList(
      Function<ListPart, List<T>> source,
      BiFunction<T, Integer, ListPart> behind,
      Function<T, Object> shape) {
    this.source = source;
    this.behind = behind;
    this.shape = shape;
  }

  /** Sends the requested page. */
  public void respond(Context ctx, Json json, Paging page) throws IOException {
    Writing writing = new Writing(json, page);
    writing.fill();
    if (writing.next == null) {
      ctx.status(200).contentType("application/json").result(writing.held.toByteArray());
      return;
    }
    ctx.status(200).contentType("application/json");
    OutputStream out = ctx.res().getOutputStream();
    try {
      writing.held.writeTo(out);
      while (writing.next != null) {
        writing.fill();
        writing.held.writeTo(out);
      }
    } catch (RuntimeException e) {
      // Nobody must take what has been sent for the whole list.
      ClientConnection.of(ctx).close();
      throw e;
    }
  }

  private final class Writing {

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final Json json;
    private int left;
    private int rows = FIRST_ROWS;
    private boolean begun;
    private @Nullable ListPart next;

    Writing(Json json, Paging page) {
      this.json = json;
      this.left = page.count();
      this.next = ListPart.first(page.skip(), Math.min(left, rows));
    }

    /** Reads until there is enough to be written, or the list ends. */
    void fill() {
      held.reset();
      while (next != null && held.size() < BYTES_HELD) {
        next = add(next);
      }
      if (next == null) {
        held.write(begun ? ']' : '[');
        if (!begun) {
          held.write(']');
        }
      }
    }

    /** Returns the part that follows, if there is one. */
    private @Nullable ListPart add(ListPart part) {
      List<T> entries = source.apply(part);
      T last = null;
      int added = 0;
      for (T entry : entries) {
        held.write(begun ? ',' : '[');
        held.writeBytes(json.bytes(shape.apply(entry)));
        begun = true;
        last = entry;
        added++;
        if (held.size() >= BYTES_HELD) {
          break;
        }
      }
      left -= added;
      boolean ended = added == entries.size() && added < part.count();
      // Entries that turned out to be large are read fewer at a time.
      rows = added < entries.size() ? Math.max(1, added) : Math.min(MAX_ROWS, 2 * rows);
      return ended || left == 0 || last == null ? null : behind.apply(last, Math.min(left, rows));
    }
  }
}
