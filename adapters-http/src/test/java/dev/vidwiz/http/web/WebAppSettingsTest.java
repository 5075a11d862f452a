package dev.vidwiz.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WebAppSettingsTest {

  @Test
  void nobody_may_frame_the_app_unless_the_policy_says_who() {
    assertThat(policy("default-src 'self'"))
        .isEqualTo("default-src 'self'; frame-ancestors 'none'");
    assertThat(policy(WebAppSettings.STRICT_POLICY)).endsWith("; frame-ancestors 'none'");
    assertThat(policy("frame-ancestors https://a.example"))
        .isEqualTo("frame-ancestors https://a.example");
  }

  private static String policy(String policy) {
    return new WebAppSettings(Path.of("."), policy).contentSecurityPolicy();
  }
}
