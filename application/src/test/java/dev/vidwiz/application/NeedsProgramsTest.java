package dev.vidwiz.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

class NeedsProgramsTest {

  @TempDir Path folder;

  @Test
  void a_test_without_its_program_is_left_out_with_the_reason_and_runs_in_ci() throws Exception {
    String there = folder.resolve("there").toString();
    Files.createFile(
        Path.of(there),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    String missing = folder.resolve("missing").toString();

    assertThat(decide(false, there).isDisabled()).isFalse();
    assertThat(decide(true, there, missing).isDisabled()).isFalse();
    ConditionEvaluationResult leftOut = decide(false, there, missing);
    assertThat(leftOut.isDisabled()).isTrue();
    assertThat(leftOut.getReason().orElseThrow()).contains(missing);
  }

  private static ConditionEvaluationResult decide(boolean inCi, String... programs) {
    return NeedsPrograms.Condition.decide(programs, inCi);
  }
}
