package dev.vidwiz.youtube;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, as one kind of client makes it.
 *
 * @param body JSON to be posted; null for a GET
 * @param limit how many bytes the answer may have, decompressed
 */
record Request(URI address, Map<String, String> headers, @Nullable String body, int limit) {

  Request {
    headers = Map.copyOf(headers);
  }

  static Request get(URI address, Map<String, String> headers, int limit) {
    return new Request(address, headers, null, limit);
  }

  Request at(URI other) {
    return new Request(other, headers, body, limit);
  }

  Request with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Request(address, more, body, limit);
  }
}
