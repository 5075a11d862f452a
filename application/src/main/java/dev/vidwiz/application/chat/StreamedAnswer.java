package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.TokenUsage;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer that a model is streaming. To be used by one thread, which closes it. */
public interface StreamedAnswer extends AutoCloseable {

  /** The result of a wait. */
  sealed interface Next {

    /**
     * More text of the answer.
     *
     * @param anew whether the answer starts again with this text, because the text before was the
     *     model's thoughts; only then the text may be empty
     */
    record Text(String text, boolean anew) implements Next {
      /** Rejects null. */
      public Text {
        Objects.requireNonNull(text, "text");
      }

      /** Text that continues the answer. */
      public Text(String text) {
        this(text, false);
      }
    }

    /** Nothing arrived within the timeout. */
    record TimedOut() implements Next {}

    /**
     * The answer is complete and not empty.
     *
     * @param finishReason why the model stopped; null when it did not say
     * @param usage the tokens used; null when the model did not report them
     */
    record Finished(@Nullable String finishReason, @Nullable TokenUsage usage) implements Next {}

    /** The model failed before or during the answer. */
    record Failed(ChatModelException reason) implements Next {
      /** Rejects null. */
      public Failed {
        Objects.requireNonNull(reason, "reason");
      }
    }
  }

  /**
   * Waits for the next result. After {@code Finished} or {@code Failed}, every call returns the
   * same.
   */
  Next next(Duration timeout) throws InterruptedException;

  /** Ends the answer. If it is incomplete, the connection to the model is closed. */
  @Override
  void close();
}
