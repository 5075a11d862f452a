package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.aws.TestServer;
import dev.vidwiz.aws.s3.S3MockServer;
import dev.vidwiz.aws.sqs.ElasticMq;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S3 and SQS are down when the first transcripts arrive, and come up later. */
class AwsOutageTest {

  private static final String BUCKET = "transcripts-of-ours";

  @TempDir Path folder;

  @Test
  void while_s3_and_sqs_are_down_requests_succeed_and_nothing_is_lost() throws IOException {
    int s3Port = freePort();
    int sqsPort = freePort();
    try (Server server = Server.start(folder, settings(s3Port, sqsPort))) {
      Api user = server.api().newUser();
      List<String> videos = Stream.generate(OnBothDatabases::newVideoId).limit(3).toList();
      Set<Long> notes = new HashSet<>();
      for (String video : videos) {
        notes.add(user.note(video, "").expect(201).get("id").longValue());
        server.admin().transcript(video, "hello", "and welcome").expect(200);
        notes.add(user.note(video, "").expect(201).get("id").longValue());
      }

      try (ElasticMq sqs = new ElasticMq(sqsPort)) {
        sqs.createQueue("notes");
        sqs.createQueue("summaries");
        try (S3MockServer s3 = new S3MockServer(s3Port)) {
          s3.createBucket(BUCKET);
          Set<Long> sent = new HashSet<>();
          for (JsonNode job : receive(sqs, "notes", notes.size())) {
            sent.add(job.get("id").longValue());
            assertThat(job.get("video").get("video_id").textValue()).isIn(videos);
          }
          assertThat(sent).isEqualTo(notes);
          assertThat(receive(sqs, "summaries", videos.size()))
              .extracting(job -> job.get("video_id").textValue())
              .containsExactlyInAnyOrderElementsOf(videos);
          for (String video : videos) {
            assertThat(Api.json(s3.read(BUCKET, "transcripts/" + video + ".json"))).hasSize(2);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void jobs_that_a_stopped_server_was_sending_are_sent_by_another(boolean gracefully)
      throws Exception {
    CountDownLatch sending = new CountDownLatch(1);
    TestServer.Answer silence = TestServer.silence();
    try (ServerDatabase database = ServerDatabase.Kind.POSTGRESQL.create(folder);
        TestServer hanging =
            new TestServer(
                exchange -> {
                  sending.countDown();
                  silence.write(exchange);
                });
        ElasticMq sqs = new ElasticMq(freePort())) {
      String video = OnBothDatabases.newVideoId();
      try (Server server = Server.start(folder, queues(database, hanging.address()))) {
        server.admin().transcript(video, "hello").expect(200);
        assertThat(sending.await(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        end(server, gracefully);
      }
      if (!gracefully) {
        assertThat(database.update("UPDATE outbox SET available_at = now()")).isEqualTo(1);
      }
      assertThat(database.query("SELECT attempts FROM outbox WHERE available_at <= now()"))
          .containsExactly(gracefully ? "0" : "1");

      sqs.createQueue("summaries");
      try (Server server = Server.start(folder, queues(database, sqs.address()))) {
        assertThat(server.port()).isPositive();
        assertThat(receive(sqs, "summaries", 1).getFirst().get("video_id").textValue())
            .isEqualTo(video);
      }
    }
  }

  private static void end(Server server, boolean gracefully) {
    if (gracefully) {
      server.program().terminate();
      assertThat(server.program().exitStatus()).isZero();
    } else {
      server.program().kill();
    }
  }

  private static Map<String, String> queues(ServerDatabase database, URI sqs) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("AWS_ACCESS_KEY_ID", "key");
    settings.put("AWS_SECRET_ACCESS_KEY", "secret");
    settings.put("AWS_ENDPOINT_URL_SQS", sqs.toString());
    settings.put("SQS_SUMMARY_QUEUE_URL", sqs + "/000000000000/summaries");
    return settings;
  }

  private static Map<String, String> settings(int s3Port, int sqsPort) {
    String sqs = "http://127.0.0.1:" + sqsPort;
    return Map.of(
        "AI_NOTES_DEFAULT",
        "true",
        "AWS_ACCESS_KEY_ID",
        "key",
        "AWS_SECRET_ACCESS_KEY",
        "secret",
        "AWS_ENDPOINT_URL_S3",
        "http://127.0.0.1:" + s3Port,
        "AWS_ENDPOINT_URL_SQS",
        sqs,
        "S3_BUCKET_NAME",
        BUCKET,
        "SQS_AI_NOTE_QUEUE_URL",
        sqs + "/000000000000/notes",
        "SQS_SUMMARY_QUEUE_URL",
        sqs + "/000000000000/summaries");
  }

  /** Waits until {@code count} jobs arrived. */
  private static List<JsonNode> receive(ElasticMq sqs, String queue, int count) {
    long end = System.nanoTime() + Program.TIMEOUT_SECONDS * 1_000_000_000;
    List<JsonNode> jobs = new ArrayList<>();
    while (jobs.size() < count && System.nanoTime() < end) {
      sqs.await(queue).forEach(body -> jobs.add(Api.json(body)));
    }
    assertThat(jobs).hasSize(count);
    return jobs;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
