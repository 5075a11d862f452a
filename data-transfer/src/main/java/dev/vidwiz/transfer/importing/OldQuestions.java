package dev.vidwiz.transfer.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.SuggestedQuestions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the suggested questions of a video: a key of an object, or a column of their own. */
final class OldQuestions {

  static final String COLUMN = "suggested_questions";

  /** The column with the object. */
  static final String MISCELLANEOUS = "miscellaneous_data";

  private OldQuestions() {}

  /** Returns the questions as a JSON array; null if there are none. */
  static @Nullable JsonText read(RowReader reader) {
    ObjectNode object = reader.editable(MISCELLANEOUS);
    JsonNode inObject = object.remove(COLUMN);
    if (!object.isEmpty()) {
      reader.alter(MISCELLANEOUS, "had other keys than suggested_questions: left out");
    }
    JsonText questions = inObject == null ? null : checked(reader, MISCELLANEOUS, inObject);
    return questions == null ? ofColumn(reader) : questions;
  }

  private static @Nullable JsonText ofColumn(RowReader reader) {
    String text = reader.raw(COLUMN);
    if (text == null) {
      return null;
    }
    JsonNode node = OldJson.parse(text).orElse(JsonNodeFactory.instance.textNode(text));
    return checked(reader, COLUMN, node);
  }

  private static @Nullable JsonText checked(RowReader reader, String column, JsonNode node) {
    if (node.isNull() || (node.isArray() && node.isEmpty())) {
      return null;
    }
    List<String> questions = node.isArray() ? texts(node) : List.of();
    if (!(SuggestedQuestions.checkAll(questions) instanceof Parsed.Accepted<List<String>>)) {
      reader.alter(column, "had no list of suggested questions: left out");
      return null;
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    questions.forEach(array::add);
    if (!array.equals(node)) {
      reader.alter(column, "had blanks or characters that cannot be stored");
    }
    return new JsonText(array.toString());
  }

  /** Returns the texts; none if one is no question. */
  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : array) {
      if (!each.isTextual()
          || !(SuggestedQuestions.parse(OldText.storable(each.textValue()))
              instanceof Parsed.Accepted<String>(String question))) {
        return List.of();
      }
      texts.add(question);
    }
    return texts;
  }
}
