package dev.vidwiz.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What a server answered. */
public record Answer(HttpResponse<String> response) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  public JsonNode json() {
    return parse(response.body());
  }

  /** Reads JSON. */
  public static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** Returns the code of an error. */
  public String code() {
    return json().at("/error/code").textValue();
  }

  /** Returns {@code field type} of each error in a request, in order. */
  public String wrongFields() {
    StringBuilder fields = new StringBuilder();
    for (JsonNode error : json().at("/error/details")) {
      fields.append(fields.isEmpty() ? "" : ", ").append(error.get("field").textValue());
      fields.append(' ').append(error.get("type").textValue());
    }
    return fields.toString();
  }
}
