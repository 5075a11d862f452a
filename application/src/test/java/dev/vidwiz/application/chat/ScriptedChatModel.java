package dev.vidwiz.application.chat;

import dev.vidwiz.application.chat.StreamedAnswer.Next;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A model that says what a test gave it to say. */
public final class ScriptedChatModel implements ChatModel {

  private final Queue<List<Next>> streams = new ConcurrentLinkedQueue<>();
  private final Queue<Object> completions = new ConcurrentLinkedQueue<>();
  private final List<ChatPrompt> prompts = new ArrayList<>();
  private int closedEarly;
  private volatile Runnable meanwhile = () -> {};

  /** Makes the next streamed answer. */
  public void willStream(Next... events) {
    streams.add(List.of(events));
  }

  /** Makes the next answer in one piece: a text, or a {@link ChatModelException} to throw. */
  public void willComplete(Object answer) {
    completions.add(answer);
  }

  /** Has this done before each answer in one piece. */
  public void meanwhile(Runnable work) {
    meanwhile = work;
  }

  /** Returns the prompts it was given, oldest first. */
  public synchronized List<ChatPrompt> prompts() {
    return List.copyOf(prompts);
  }

  /** Returns how many streamed answers were closed before they came to an end. */
  public synchronized int closedEarly() {
    return closedEarly;
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public StreamedAnswer stream(ChatPrompt prompt) {
    remember(prompt);
    Deque<Next> events = new ArrayDeque<>(streams.remove());
    return new StreamedAnswer() {
      @Override
      public Next next(Duration timeout) {
        return events.size() > 1 ? events.removeFirst() : events.getFirst();
      }

      @Override
      public void close() {
        if (!(events.getFirst() instanceof Next.Finished)
            && !(events.getFirst() instanceof Next.Failed)) {
          countClosedEarly();
        }
      }
    };
  }

  @Override
  public Completion complete(ChatPrompt prompt) {
    remember(prompt);
    meanwhile.run();
    Object answer = completions.remove();
    if (answer instanceof ChatModelException failure) {
      throw failure;
    }
    return new Completion((String) answer);
  }

  private synchronized void remember(ChatPrompt prompt) {
    prompts.add(prompt);
  }

  private synchronized void countClosedEarly() {
    closedEarly++;
  }
}
