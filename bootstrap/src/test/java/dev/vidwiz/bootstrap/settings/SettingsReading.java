package dev.vidwiz.bootstrap.settings;

import java.util.List;
import java.util.Map;

/** Reads settings for tests. */
abstract class SettingsReading {

  static final String LONG_SECRET = "0123456789abcdef0123456789abcdef";

  static String baseUrl(Map<String, String> values) {
    return settings(values).get(SettingTable.OPENROUTER_BASE_URL).getHost();
  }

  static Settings settings(Map<String, String> values) {
    return Settings.read(List.of(source("test", values)));
  }

  static Source source(String name, Map<String, String> values) {
    return new Source(name, values, List.of());
  }
}
