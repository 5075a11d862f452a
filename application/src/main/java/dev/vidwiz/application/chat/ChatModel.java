package dev.vidwiz.application.chat;

/** A large language model that answers prompts. Thread-safe. */
public interface ChatModel {

  /** Returns the name of the model, as its server knows it. */
  String name();

  /**
   * Asks for an answer that comes piece by piece, and returns before its first word has come. A
   * failure, that of reaching the server included, is reported by the answer. The caller closes it.
   * A model that does not stream gives its whole answer as one piece.
   */
  default StreamedAnswer stream(ChatPrompt prompt) {
    return new WholeAnswer(() -> complete(prompt));
  }

  /**
   * Asks for an answer in one piece, and waits for it. Tried once: when to try again is up to the
   * caller.
   *
   * @throws ChatModelException when there is no usable answer
   */
  Completion complete(ChatPrompt prompt) throws InterruptedException;
}
