package dev.vidwiz.accounts;

import static dev.vidwiz.application.user.WaitingClient.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The known hashes were made with Python's hashlib. */
class ScryptPasswordHasherTest {

  private static final String ZEROS =
      "0000000000000000000000000000000000000000000000000000000000000000"
          + "0000000000000000000000000000000000000000000000000000000000000000";
  private static final String PASSWORD = "pässwörd 👋";
  private static final String TODAYS =
      "scrypt:32768:8:3$a1B2c3D4e5F6g7H8$3d6ac1c339ab10aeb048f224e07022906cc970327fd2dbfa027df92d964f68442eef2da6d849094be2c090cf752c2616a2768ce928aa6a2b7eb41ebe9bbd1d1f";
  private static final String SMALL =
      "scrypt:1024:8:1$a1B2c3D4e5F6g7H8$4654fc435d44fd65676e439b53332437708cfb177d8f33f3548a44b3e35d9d115090ec8530f0d4fa736ad21d4aa73acc0668b078298db78daad37810b68c3ee2";
  private static final String PBKDF2 =
      "pbkdf2:sha256:1000$a1B2c3D4e5F6g7H8$07c1d89ed0a933d7f58c8229765b3fa8054b675f8feef6f9a799f5152bf2e4d0";

  private final ScryptPasswordHasher hasher = new ScryptPasswordHasher();

  @Test
  void a_hash_matches_only_its_password() {
    String hash = hasher.hash(PASSWORD, LOCAL);

    assertThat(hash).matches("scrypt:32768:8:3\\$[A-Za-z0-9]{16}\\$[0-9a-f]{128}");
    assertThat(hasher.verify(PASSWORD, hash, LOCAL)).isTrue();
    assertThat(hasher.verify(PASSWORD + " ", hash, LOCAL)).isFalse();
    assertThat(hasher.isOutdated(hash)).isFalse();
    assertThat(hasher.hash(PASSWORD, LOCAL)).isNotEqualTo(hash);
  }

  @ParameterizedTest
  @ValueSource(strings = {TODAYS, SMALL, PBKDF2})
  void hashes_of_the_python_server_match_their_password(String hash) {
    assertThat(hasher.verify(PASSWORD, hash, LOCAL)).isTrue();
    assertThat(hasher.verify("password", hash, LOCAL)).isFalse();
    assertThat(hasher.isOutdated(hash)).isEqualTo(!hash.equals(TODAYS));
  }

  @Test
  void nothing_matches_the_unmatchable_hash() {
    assertThat(hasher.unmatchableHash()).matches("scrypt:32768:8:3\\$\\w{16}\\$[0-9a-f]{128}");
    assertThat(hasher.verify("", hasher.unmatchableHash(), LOCAL)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "scrypt:32768:8:1$salt$00",
        "scrypt:1000:8:1$salt$" + ZEROS,
        "scrypt:524288:8:1$salt$" + ZEROS,
        "scrypt:32768:99:1$salt$" + ZEROS,
        "scrypt:1024:8:17$salt$" + ZEROS,
        "scrypt:1024:0:1$salt$" + ZEROS,
        "scrypt:1:8:1$salt$" + ZEROS,
        "scrypt:-1024:8:1$salt$" + ZEROS,
        "pbkdf2:sha256:0$salt$0000000000000000000000000000000000000000000000000000000000000000",
        "pbkdf2:sha256:9999999$salt$0000000000000000000000000000000000000000000000000000000000000000",
        "pbkdf2:md5:1000$salt$00",
        "$$",
      })
  void unknown_formats_and_parameters_out_of_bounds_match_nothing(String hash) {
    assertThat(hasher.verify("password", hash, LOCAL)).isFalse();
    assertThat(hasher.isOutdated(hash)).isTrue();
  }
}
