package dev.vidwiz.application;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that runs programs of Debian. Where one is missing, it is left out, which its report says;
 * in CI it fails.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPrograms.Condition.class)
public @interface NeedsPrograms {

  /** The paths of the programs. */
  String[] value();

  /** Decides whether a test runs. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      NeedsPrograms needs = context.getRequiredTestMethod().getAnnotation(NeedsPrograms.class);
      return decide(needs.value(), System.getenv("CI") != null);
    }

    static ConditionEvaluationResult decide(String[] programs, boolean inCi) {
      Optional<String> missing =
          Stream.of(programs).filter(program -> !Files.isExecutable(Path.of(program))).findFirst();
      return inCi || missing.isEmpty()
          ? ConditionEvaluationResult.enabled("")
          : ConditionEvaluationResult.disabled(
              "left out, as there is no %s; in CI it would fail".formatted(missing.get()));
    }
  }
}
