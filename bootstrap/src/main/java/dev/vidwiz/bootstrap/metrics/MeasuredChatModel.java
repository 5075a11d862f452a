package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.ChatPrompt;
import dev.vidwiz.application.chat.ChatPrompt.Purpose;
import dev.vidwiz.application.chat.Completion;
import dev.vidwiz.application.chat.StreamedAnswer;
import java.time.Duration;

/** Measures the calls of a model. */
record MeasuredChatModel(ChatModel model, ModelCalls calls) implements ChatModel {

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public StreamedAnswer stream(ChatPrompt prompt) {
    long start = System.nanoTime();
    return new MeasuredAnswer(model.stream(prompt), prompt.purpose(), start);
  }

  @Override
  public Completion complete(ChatPrompt prompt) throws InterruptedException {
    long start = System.nanoTime();
    try {
      Completion completion = model.complete(prompt);
      calls.answered(prompt.purpose(), start, completion.usage());
      return completion;
    } catch (ChatModelException e) {
      calls.failed(prompt.purpose(), start, e.kind());
      throw e;
    } catch (InterruptedException e) {
      calls.closed(prompt.purpose(), start);
      throw e;
    }
  }

  /** A streamed answer; its end is counted once. */
  private final class MeasuredAnswer implements StreamedAnswer {

    private final StreamedAnswer answer;
    private final Purpose purpose;
    private final long start;
    private boolean begun;
    private boolean ended;

    MeasuredAnswer(StreamedAnswer answer, Purpose purpose, long start) {
      this.answer = answer;
      this.purpose = purpose;
      this.start = start;
    }

    @Override
    public Next next(Duration timeout) throws InterruptedException {
      Next next = answer.next(timeout);
      if (!ended) {
        measure(next);
      }
      return next;
    }

    private void measure(Next next) {
      switch (next) {
        case Next.Text text -> {
          if (!begun) {
            begun = true;
            calls.firstToken(purpose, start);
          }
        }
        case Next.TimedOut timedOut -> {}
        case Next.Finished finished -> {
          ended = true;
          calls.answered(purpose, start, finished.usage());
        }
        case Next.Failed failed -> {
          ended = true;
          calls.failed(purpose, start, failed.reason().kind());
        }
      }
    }

    @Override
    public void close() {
      answer.close();
      if (!ended) {
        ended = true;
        calls.closed(purpose, start);
      }
    }
  }
}
