package dev.vidwiz.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.chat.ChatModelException;
import dev.vidwiz.application.chat.Completion;
import dev.vidwiz.application.chat.Question;
import dev.vidwiz.application.chat.StreamedAnswer;
import dev.vidwiz.application.note.NoteDraft;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.storage.Samples;
import dev.vidwiz.application.user.GoogleIdentity;
import dev.vidwiz.application.user.GoogleProfile;
import dev.vidwiz.application.user.WaitingClient;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskRequest;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.job.JobId;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.NewPassword;
import dev.vidwiz.domain.user.UserName;
import dev.vidwiz.domain.video.Title;
import dev.vidwiz.domain.video.VideoId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs pass to VidWiz refuses null, and names the field. */
class NullArgumentsTest {

  private static final VideoId VIDEO = new VideoId("dQw4w9WgXcQ");

  static Stream<Record> whatProgramsPass() {
    JsonText json = new JsonText("{}");
    return Stream.of(
        VIDEO,
        json,
        new Timestamp("0:43"),
        new Title("A title"),
        new Email("ann@example.com"),
        new UserName("Ann"),
        new NewPassword("correct horse"),
        new Owner.Guest("guest"),
        new Segment(0, 1, "text"),
        new Transcript(List.of()),
        AddressPrefix.NONE,
        new JobId(JobId.Kind.TASK, 1),
        Ports.of(new InMemoryStorage(), Instant::now),
        Options.DEFAULTS,
        Options.DEFAULTS.limits(),
        new NoteDraft(1, VIDEO, new Timestamp("0:43"), "text", null),
        new Question(new Question.Target.New(VIDEO), 1, "Why?"),
        new Question.Target.New(VIDEO),
        new Completion("text"),
        new StreamedAnswer.Next.Text("text"),
        new StreamedAnswer.Next.Failed(
            new ChatModelException(ChatModelException.Kind.UNAVAILABLE, "down", null, null)),
        new TaskRequest(TaskType.METADATA, Duration.ZERO),
        new TaskReport(1, VIDEO, null, null, null, TaskReport.Result.Success.of(json)),
        new FetchedMetadata(json, null),
        new VideoSearch(1, "", 1, 10, VideoSearch.Sort.values()[0]),
        new GoogleProfile("id", null, null),
        new GoogleIdentity(new GoogleProfile("id", null, null), null, false),
        WaitingClient.LOCAL,
        Samples.ALL);
  }

  @ParameterizedTest
  @MethodSource("whatProgramsPass")
  void null_is_refused_by_name(Record sample) throws ReflectiveOperationException {
    RecordComponent[] components = sample.getClass().getRecordComponents();
    int refused = 0;
    for (int i = 0; i < components.length; i++) {
      boolean mayBeNull =
          components[i].getType().isPrimitive()
              || components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (!mayBeNull) {
        refused++;
        int missing = i;
        assertThatThrownBy(() -> copy(sample, components, missing))
            .as(sample.getClass().getSimpleName())
            .isInstanceOf(NullPointerException.class)
            .hasMessage(components[i].getName());
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void a_closed_vidwiz_refuses_calls() {
    VidWiz vidwiz = new VidWiz(Ports.of(new InMemoryStorage(), Instant::now));
    vidwiz.close();
    assertThatThrownBy(vidwiz::useCases)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(vidwiz::storage).isInstanceOf(IllegalStateException.class);
  }

  private static void copy(Record sample, RecordComponent[] components, int missing)
      throws Throwable {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      components[i].getAccessor().setAccessible(true);
      values[i] = i == missing ? null : components[i].getAccessor().invoke(sample);
    }
    Constructor<?> constructor = sample.getClass().getDeclaredConstructor(types);
    try {
      constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
