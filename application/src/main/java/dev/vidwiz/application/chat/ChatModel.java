package dev.vidwiz.application.chat;

/** A large language model that answers prompts. Thread-safe. */
public interface ChatModel {

  /** Returns the name of the model on its server. */
  String name();

  /**
   * Asks for a streamed answer and returns before its first word. Failures, also to connect, are
   * reported by the answer. The caller closes it. A model that cannot stream returns its whole
   * answer as one text.
   */
  default StreamedAnswer stream(ChatPrompt prompt) {
    return new WholeAnswer(() -> complete(prompt));
  }

  /**
   * Asks for an answer and waits for it. Retries are up to the caller.
   *
   * @throws ChatModelException when there is no usable answer
   */
  Completion complete(ChatPrompt prompt) throws InterruptedException;
}
