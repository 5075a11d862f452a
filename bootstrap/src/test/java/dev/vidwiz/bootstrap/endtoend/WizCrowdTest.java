package dev.vidwiz.bootstrap.endtoend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Wiz with many concurrent questions, and with clients that disconnect. */
@ParameterizedClass
@EnumSource(ServerDatabase.Kind.class)
class WizCrowdTest {

  private static final int MESSAGES = 200;
  private static final int QUOTA = 20;
  private static final int ADDRESS_QUOTA = 30;
  private static final int READERS = 500;

  private static final AtomicInteger ADDRESSES = new AtomicInteger();
  private static final Map<String, FakeReply> REPLIES = new ConcurrentHashMap<>();

  private static FakeLlmServer llm;
  private static ServerDatabase database;
  private static Server server;
  private static String video;

  /** When a client disconnects. */
  enum Disconnect {
    BEFORE_ANYTHING(false),
    BEFORE_THE_FIRST_WORD(false),
    WHILE_TEXT_FLOWS(true),
    WHILE_THE_MODEL_IS_SILENT(true);

    private final boolean afterFirstWords;

    Disconnect(boolean afterFirstWords) {
      this.afterFirstWords = afterFirstWords;
    }

    /** Returns the reply of the model server until its client disconnects. */
    FakeReply reply(CountDownLatch begun) {
      return switch (this) {
        case BEFORE_ANYTHING -> FakeReply.nothing().open(begun).silence();
        case BEFORE_THE_FIRST_WORD -> FakeReply.events().comment("WAIT").open(begun).silence();
        case WHILE_TEXT_FLOWS -> FakeReply.events().text("First").open(begun).trickle(" and then");
        case WHILE_THE_MODEL_IS_SILENT -> FakeReply.events().text("First").open(begun).silence();
      };
    }
  }

  @Parameter ServerDatabase.Kind kind;

  @BeforeParameterizedClassInvocation
  static void start(ServerDatabase.Kind kind, @TempDir Path folder) {
    llm =
        FakeLlmServer.start(
            request ->
                REPLIES.entrySet().stream()
                    .filter(reply -> request.body().contains(reply.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> FakeReply.saying("Yes.")));
    database = kind.create(folder);
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("OPENROUTER_BASE_URL", llm.baseUrl().toString());
    settings.put("WIZ_USER_DAILY_QUOTA", String.valueOf(QUOTA));
    settings.put("WIZ_GUEST_DAILY_QUOTA", String.valueOf(QUOTA));
    settings.put("WIZ_GUEST_IP_DAILY_QUOTA", String.valueOf(ADDRESS_QUOTA));
    server = Server.start(folder, settings);
    video = OnBothDatabases.newVideoId();
    server.admin().transcript(video, "hello", "and welcome").expect(200);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.close();
    database.close();
    llm.close();
  }

  @Test
  void two_hundred_messages_of_a_user_are_accepted_up_to_the_quota() {
    Chat chat = server.api().newUser().chat(video);
    assertAccepted(QUOTA, number -> chat, "Daily limit reached (20 messages/day)");
    assertThat(chat.messages()).hasSize(2 * QUOTA);
  }

  @Test
  void two_hundred_messages_of_a_guest_are_accepted_up_to_the_quota() {
    Chat chat = guest(newAddress()).chat(video);
    assertAccepted(QUOTA, number -> chat, "Daily limit reached (20 guest messages/day)");
    assertThat(chat.messages()).hasSize(2 * QUOTA);
  }

  @Test
  void messages_of_two_hundred_guests_at_one_address_are_accepted_up_to_its_quota() {
    String address = newAddress();
    List<Chat> chats = Crowd.of(MESSAGES, number -> guest(address).chat(video));
    assertAccepted(ADDRESS_QUOTA, chats::get, "Daily limit reached (30 guest messages/day)");
    guest(newAddress()).chat(video).ask("Elsewhere?").expectEvents("Yes.");
  }

  @Test
  void concurrent_questions_without_an_answer_cost_no_quota() {
    Chat chat = guest(newAddress()).chat(video);
    String question = script(FakeReply.status(400, ""));

    Crowd.of(MESSAGES, number -> chat.ask(question));

    assertThat(chat.messages()).isEmpty();
    assertThat(chat.spendQuota("fine?")).isEqualTo(QUOTA);
  }

  @ParameterizedTest
  @EnumSource
  void a_disconnect_stops_the_model_and_the_partial_answer_is_stored(Disconnect going)
      throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    String question = script(going.reply(begun).open(gone));
    Chat chat = guest(newAddress()).chat(video);

    HeldRequest reader = chat.hold(question);
    assertThat(begun.await(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    if (going.afterFirstWords) {
      assertReads(reader, "First");
    }
    reader.close();

    assertThat(gone.await(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    if (going.afterFirstWords) {
      JsonNode answer = awaitAnswer(chat);
      assertThat(answer.get("content").textValue()).startsWith("First");
      assertThat(answer.get("metadata").get("partial").booleanValue()).isTrue();
    }
  }

  @Test
  void five_hundred_concurrent_streams_do_not_block_other_requests() {
    CountDownLatch second = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(1);
    String question =
        script(
            FakeReply.events()
                .text("one")
                .waitFor(second)
                .text("two")
                .waitFor(last)
                .text("three")
                .finish("stop")
                .done());
    List<Chat> chats = Crowd.inGroups(READERS, number -> guest(newAddress()).chat(video));
    List<HeldRequest> readers =
        Crowd.inGroups(
            READERS,
            number -> {
              HeldRequest reader = chats.get(number).hold(question);
              assertReads(reader, "one");
              return reader;
            });

    Api user = server.api().newUser();
    user.note(video, "while all listen").expect(201);
    second.countDown();
    assertAllRead(readers, "two");
    assertThat(user.get("/v2/videos/" + video + "/notes").expect(200)).hasSize(1);
    user.chat(video).ask("And me?").expectEvents("Yes.");
    last.countDown();
    assertAllRead(readers, "three");

    readers.forEach(
        reader -> {
          assertThat(reader.next()).isEqualTo("data: [DONE]");
          assertThat(reader.hasEnded()).isTrue();
          reader.close();
        });
    assertThat(Crowd.inGroups(READERS, number -> chats.get(number).transcript()))
        .containsOnly(List.of("user: " + question, "assistant: onetwothree"));
  }

  private static void assertAccepted(int quota, IntFunction<Chat> chats, String refusal) {
    List<Api.Answer> answers = Crowd.of(MESSAGES, number -> chats.apply(number).ask("Why?"));

    assertThat(answers.stream().collect(groupingBy(Api.Answer::status, counting())))
        .isEqualTo(Map.of(200, (long) quota, 429, (long) MESSAGES - quota));
    for (Api.Answer answer : answers) {
      if (answer.status() == 200) {
        answer.expectEvents("Yes.");
      } else {
        assertThat(answer.body().at("/error/message").textValue()).isEqualTo(refusal);
      }
    }
  }

  private static void assertAllRead(List<HeldRequest> readers, String word) {
    readers.forEach(reader -> assertReads(reader, word));
  }

  private static void assertReads(HeldRequest reader, String word) {
    assertThat(reader.next()).isEqualTo("data: {\"content\":\"" + word + "\"}");
  }

  /** The answer is stored after the connection to the model is closed. */
  private static JsonNode awaitAnswer(Chat chat) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.TIMEOUT_SECONDS);
    JsonNode messages = chat.messages();
    while (messages.size() < 2 && System.nanoTime() < end) {
      messages = chat.messages();
    }
    return messages.get(1);
  }

  /** Returns a question that gets this reply of the model. */
  private static String script(FakeReply reply) {
    String question = "question " + UUID.randomUUID();
    REPLIES.put(question, reply);
    return question;
  }

  private static Api guest(String address) {
    return Api.guest(server.port(), UUID.randomUUID().toString(), address);
  }

  private static String newAddress() {
    int number = ADDRESSES.incrementAndGet();
    return "10.0.%d.%d".formatted(number >> 8, number & 255);
  }
}
