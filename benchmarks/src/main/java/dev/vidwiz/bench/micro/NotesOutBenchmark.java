package dev.vidwiz.bench.micro;

import dev.vidwiz.domain.note.Note;
import dev.vidwiz.http.json.Json;
import dev.vidwiz.http.note.NoteJson;
import java.time.ZoneOffset;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;

/** Writes the ten notes of a video as JSON. */
public class NotesOutBenchmark extends MicroBenchmark {

  private final Json json = new Json(ZoneOffset.UTC);
  private final List<Note> notes = Sample.notes(10);

  @Benchmark
  public byte[] write() {
    return json.bytes(notes.stream().map(NoteJson::from).toList());
  }
}
