package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.TokenUsage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer that a model is giving. To be used by one thread, which closes it. */
public interface StreamedAnswer extends AutoCloseable {

  /** What a wait may bring. */
  sealed interface Next {

    /**
     * More text of the answer, never empty.
     *
     * @param anew whether the answer begins here: what came before has turned out to be the model's
     *     thoughts. Only then the text may be empty
     */
    record Text(String text, boolean anew) implements Next {

      /** Goes on with what came before. */
      public Text(String text) {
        this(text, false);
      }
    }

    /** Nothing came for as long as the caller wanted to wait. */
    record Quiet() implements Next {}

    /**
     * The answer is complete, and held some text.
     *
     * @param finishReason why the model stopped; null when it only said that it was done
     * @param usage the tokens spent; null when the model did not say
     */
    record Finished(@Nullable String finishReason, @Nullable TokenUsage usage) implements Next {}

    /** The answer broke off, or never began. */
    record Failed(ChatModelException reason) implements Next {}
  }

  /**
   * Waits for what comes next. After {@code Finished} or {@code Failed} nothing follows, and the
   * same is returned again.
   */
  Next next(Duration timeout) throws InterruptedException;

  /** Ends the answer, and the connection to the model at once when it has not come to an end. */
  @Override
  void close();
}
