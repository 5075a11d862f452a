package dev.vidwiz.application.note;

import dev.vidwiz.application.storage.InMemoryTable;
import dev.vidwiz.application.storage.InMemoryTransactions;
import dev.vidwiz.application.storage.ListPart;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Notes in memory. */
public final class InMemoryNotes implements Notes {

  private static final Comparator<Note> OLDEST_FIRST =
      Comparator.comparing(Note::createdAt).thenComparingLong(Note::id);

  private final InMemoryTransactions transactions;
  private final InMemoryTable<Long, Note> rows;
  private final InMemoryTable<Long, User> users;
  private final Videos videos;

  /** Works on the given tables. */
  public InMemoryNotes(
      InMemoryTransactions transactions,
      InMemoryTable<Long, Note> rows,
      InMemoryTable<Long, User> users,
      Videos videos) {
    this.transactions = transactions;
    this.rows = rows;
    this.users = users;
    this.videos = videos;
  }

  @Override
  public Note insert(NewNote note) {
    return transactions.inTransaction(
        () -> {
          if (videos.find(note.videoId()).isEmpty()) {
            throw StorageException.broken("a note needs its video", null);
          }
          return put(
              new Note(
                  rows.nextId(),
                  note.userId(),
                  note.videoId(),
                  note.timestamp(),
                  note.text(),
                  false,
                  note.createdAt(),
                  note.createdAt()));
        });
  }

  @Override
  public Optional<Note> find(long id) {
    return transactions.inTransaction(() -> rows.get(id));
  }

  @Override
  public List<Note> findByUserAndVideo(long userId, VideoId videoId, ListPart part) {
    return part(select(note -> note.userId() == userId && note.videoId().equals(videoId)), part);
  }

  @Override
  public List<Note> findBlankOfAiUsers(VideoId videoId, ListPart part) {
    return part(
        select(
            note ->
                note.videoId().equals(videoId) && note.text() == null && wantsAi(note.userId())),
        part);
  }

  private static List<Note> part(List<Note> notes, ListPart part) {
    return notes.stream()
        .filter(note -> part.comesBefore(note.createdAt(), note.id()))
        .skip(part.skip())
        .limit(part.count())
        .toList();
  }

  @Override
  public Optional<Note> updateOwn(long userId, long noteId, NoteChange change, Instant now) {
    return update(noteId, note -> note.userId() == userId, change, now);
  }

  @Override
  public Optional<Note> updateAny(long noteId, NoteChange change, Instant now) {
    return update(noteId, note -> true, change, now);
  }

  @Override
  public boolean fillInIfBlank(long noteId, String text, Instant now) {
    return update(noteId, note -> note.text() == null, new NoteChange(text, true), now).isPresent();
  }

  @Override
  public NoteUsage usage(long userId) {
    List<Note> own = select(note -> note.userId() == userId);
    return new NoteUsage(
        own.size(), own.stream().mapToLong(note -> NoteQuota.bytes(note.text())).sum());
  }

  @Override
  public boolean deleteOwn(long userId, long noteId) {
    return transactions.inTransaction(
        () -> {
          Optional<Note> own = rows.get(noteId).filter(note -> note.userId() == userId);
          own.ifPresent(note -> rows.remove(noteId));
          return own.isPresent();
        });
  }

  private Optional<Note> update(
      long noteId, Predicate<Note> allowed, NoteChange change, Instant now) {
    return transactions.inTransaction(
        () -> rows.get(noteId).filter(allowed).map(note -> put(changed(note, change, now))));
  }

  private List<Note> select(Predicate<Note> condition) {
    return transactions.inTransaction(
        () -> rows.rows().filter(condition).sorted(OLDEST_FIRST).toList());
  }

  private boolean wantsAi(long userId) {
    return users.get(userId).filter(User::aiNotesEnabled).isPresent();
  }

  private Note put(Note note) {
    return rows.put(note.id(), note);
  }

  private static Note changed(Note note, NoteChange change, Instant now) {
    return new Note(
        note.id(),
        note.userId(),
        note.videoId(),
        note.timestamp(),
        change.textInPlaceOf(note.text()),
        change.generatedByAi() == null ? note.generatedByAi() : change.generatedByAi(),
        note.createdAt(),
        now);
  }
}
