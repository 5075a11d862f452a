package dev.vidwiz.application.chat;

import static dev.vidwiz.application.storage.Samples.ALL;
import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.addVideo;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Citation;
import dev.vidwiz.domain.chat.Conversation;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.chat.Role;
import dev.vidwiz.domain.chat.TokenUsage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Conversations} promises. */
public abstract class ConversationsContract extends StorageContract {

  private static final Owner USER = new Owner.RegisteredUser(7);
  private static final Owner GUEST = new Owner.Guest("7");
  private static final AnswerDetails DETAILS =
      new AnswerDetails(
          "a/model",
          "stop",
          new TokenUsage(1, 2, 3),
          List.of(new Citation("1:05", 65), new Citation("2:00", 120)),
          false);
  private static final AnswerDetails PARTIAL =
      new AnswerDetails("a/model", null, null, List.of(), true);

  @Test
  void shows_a_conversation_to_its_owner_only() {
    Conversation ofUser = begin(USER);
    Conversation ofGuest = begin(GUEST);

    assertThat(storage.conversations().findOwn(ofUser.id(), USER)).contains(ofUser);
    assertThat(storage.conversations().findOwn(ofGuest.id(), GUEST)).contains(ofGuest);
    assertThat(storage.conversations().findOwn(ofUser.id(), GUEST)).isEmpty();
    assertThat(storage.conversations().findOwn(ofUser.id(), new Owner.RegisteredUser(8))).isEmpty();
    assertThat(storage.conversations().findOwn(ofGuest.id(), USER)).isEmpty();
    assertThat(storage.conversations().findOwn(ofGuest.id(), new Owner.Guest("8"))).isEmpty();
    assertThat(storage.conversations().findOwn(-1, USER)).isEmpty();
    assertThat(ofUser.createdAt()).isEqualTo(NOW);
    assertThat(ofUser.updatedAt()).isEqualTo(NOW);
  }

  @Test
  void needs_a_video() {
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> storage.conversations().insert(newVideoId(), USER, NOW));
  }

  @Test
  void removes_a_conversation_without_messages() {
    Conversation empty = begin(USER);
    Conversation other = begin(USER);
    Conversation begun = begin(USER);
    ask(begun, "?");

    storage.conversations().remove(empty.id());

    assertThat(storage.conversations().findOwn(empty.id(), USER)).isEmpty();
    assertThat(storage.conversations().findOwn(other.id(), USER)).contains(other);
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> storage.conversations().remove(begun.id()));
    assertThat(storage.conversations().findOwn(begun.id(), USER)).isPresent();
  }

  @Test
  void keeps_messages_unchanged_and_in_order() {
    Conversation conversation = begin(USER);
    Message question = ask(conversation, "What 👋 is it?\n");
    Message answer = answer(conversation, "It is [1:05].", DETAILS);
    Message partial = answer(conversation, "It", PARTIAL);
    answer(begin(USER), "elsewhere", DETAILS);

    assertThat(storage.conversations().messages(conversation.id(), ALL))
        .containsExactly(question, answer, partial);
    assertThat(question.role()).isEqualTo(Role.USER);
    assertThat(question.content()).isEqualTo("What 👋 is it?\n");
    assertThat(question.answer()).isNull();
    assertThat(answer.role()).isEqualTo(Role.ASSISTANT);
    assertThat(answer.answer()).isEqualTo(DETAILS);
    assertThat(partial.answer()).isEqualTo(PARTIAL);
  }

  @Test
  void lists_a_part_of_the_messages() {
    Conversation conversation = begin(USER);
    Message one = ask(conversation, "one");
    Message two = ask(conversation, "two");
    Message three = ask(conversation, "three");
    ask(begin(USER), "elsewhere");

    assertThat(storage.conversations().messages(conversation.id(), ListPart.first(1, 1)))
        .containsExactly(two);
    assertThat(
            storage
                .conversations()
                .messages(conversation.id(), ListPart.after(one.createdAt(), one.id(), 9)))
        .containsExactly(two, three);
  }

  @Test
  void a_message_counts_as_a_change_of_its_conversation() {
    Conversation conversation = begin(USER);
    storage.conversations().addQuestion(conversation.id(), "?", NOW.plusSeconds(5));

    assertThat(storage.conversations().findOwn(conversation.id(), USER).orElseThrow().updatedAt())
        .isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void finds_the_last_messages_that_are_not_blank() {
    Conversation conversation = begin(USER);
    ask(conversation, "one");
    Message two = ask(conversation, "two");
    answer(conversation, " ", DETAILS);
    Message three = answer(conversation, "three", DETAILS);

    assertThat(storage.conversations().lastMessages(conversation.id(), 2))
        .containsExactly(two, three);
  }

  @Test
  void removes_a_message() {
    Conversation conversation = begin(USER);
    Message kept = ask(conversation, "kept");
    storage.conversations().removeMessage(ask(conversation, "taken back").id());

    assertThat(storage.conversations().messages(conversation.id(), ALL)).containsExactly(kept);
  }

  @Test
  void forgets_guests_who_have_said_nothing_for_long() {
    Conversation silent = begin(GUEST);
    Conversation old = begin(GUEST);
    ask(old, "?");
    answer(old, "!", DETAILS);
    Conversation recent = begin(GUEST);
    storage.conversations().addQuestion(recent.id(), "?", NOW.plusSeconds(5));
    Conversation ofUser = begin(USER);

    assertThat(storage.conversations().removeOfGuests(NOW)).isZero();
    assertThat(storage.conversations().removeOfGuests(NOW.plusSeconds(5))).isEqualTo(2);

    assertThat(storage.conversations().findOwn(silent.id(), GUEST)).isEmpty();
    assertThat(storage.conversations().messages(old.id(), ALL)).isEmpty();
    assertThat(storage.conversations().messages(recent.id(), ALL)).hasSize(1);
    assertThat(storage.conversations().findOwn(ofUser.id(), USER)).isPresent();
  }

  private Conversation begin(Owner owner) {
    return storage.conversations().insert(addVideo(storage).videoId(), owner, NOW);
  }

  private Message ask(Conversation conversation, String text) {
    return storage.conversations().addQuestion(conversation.id(), text, NOW);
  }

  private Message answer(Conversation conversation, String text, AnswerDetails details) {
    return storage.conversations().addAnswer(conversation.id(), text, details, NOW);
  }
}
