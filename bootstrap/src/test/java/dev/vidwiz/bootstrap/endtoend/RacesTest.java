package dev.vidwiz.bootstrap.endtoend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RacesTest extends OnSharedServer {

  @Test
  void fifty_workers_claim_each_of_two_thousand_tasks_once() {
    Api user = server.api().newUser();
    List<String> videos = Stream.generate(OnBothDatabases::newVideoId).limit(1_000).toList();
    Crowd.of(
        20,
        number -> {
          for (int i = number; i < videos.size(); i += 20) {
            user.note(videos.get(i), "note").expect(201);
          }
          return number;
        });

    List<JsonNode> tasks =
        Crowd.of(50, number -> drain(number % 2 == 0 ? "transcript" : "metadata")).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(tasks).extracting(task -> task.get("task_id").longValue()).doesNotHaveDuplicates();
    for (String type : List.of("fetch_transcript", "fetch_metadata")) {
      assertThat(tasks)
          .filteredOn(task -> task.get("task_type").textValue().equals(type))
          .extracting(task -> task.get("task_details").get("video_id").textValue())
          .containsAll(videos);
    }
  }

  @Test
  void a_hundred_concurrent_first_notes_create_one_video_and_one_task_of_each_type() {
    Api user = server.api().newUser();
    String video = newVideoId();

    List<Api.Answer> answers = Crowd.of(100, number -> user.note(video, "note " + number));

    assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
    assertThat(user.get("/v2/videos/" + video + "/notes").expect(200)).hasSize(100);
    assertThat(database.query("SELECT count(*) FROM videos WHERE video_id = '" + video + "'"))
        .containsExactly("1");
    assertThat(
            database.query(
                """
                SELECT task_type, count(*) FROM tasks WHERE video_id = '%s'
                GROUP BY task_type ORDER BY task_type\
                """
                    .formatted(video)))
        .containsExactly("fetch_metadata 1", "fetch_transcript 1");
  }

  @Test
  void one_of_sixteen_concurrent_registrations_of_an_email_succeeds() {
    String email = UUID.randomUUID() + "@example.com";

    Map<Integer, Long> statuses =
        Crowd.of(16, number -> server.api().register(email)).stream()
            .collect(groupingBy(Api.Answer::status, counting()));

    assertThat(statuses).isEqualTo(Map.of(201, 1L, 409, 15L));
  }

  /** Completes tasks until there are none left. */
  private static List<JsonNode> drain(String type) {
    List<JsonNode> tasks = new ArrayList<>();
    Api admin = server.admin();
    for (Api.Answer answer = admin.poll(type, 1);
        answer.status() == 200;
        answer = admin.poll(type, 1)) {
      tasks.add(answer.body());
      admin.succeed(answer.body()).expect(200);
    }
    return tasks;
  }
}
