package dev.vidwiz.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.http.json.JsonLookup.EntryValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLookupTest {

  private static final JsonText ENTRIES =
      new JsonText("[{\"text\": \"a\"}, 1, {}, {\"text\": 2}, [[]]]");

  private final List<EntryValue> visited = new ArrayList<>();

  @Test
  void visits_every_entry() {
    JsonLookup.visit(ENTRIES, "text", (i, found) -> visited.add(found));

    assertThat(visited)
        .containsExactly(
            EntryValue.STRING,
            EntryValue.NOT_AN_OBJECT,
            EntryValue.MISSING,
            EntryValue.NOT_A_STRING,
            EntryValue.NOT_AN_OBJECT);
  }

  @Test
  void stops_when_the_visitor_returns_false() {
    JsonLookup.visit(ENTRIES, "text", (i, found) -> visited.add(found) && i < 1);

    assertThat(visited).containsExactly(EntryValue.STRING, EntryValue.NOT_AN_OBJECT);
  }
}
