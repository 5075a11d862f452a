package dev.vidwiz.application.transcript;

import dev.vidwiz.application.storage.InMemoryTable;
import dev.vidwiz.application.storage.InMemoryTransactions;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import java.util.Optional;

/** Transcripts in memory. */
public final class InMemoryTranscriptStore implements DatabaseTranscripts {

  private final InMemoryTransactions transactions;
  private final InMemoryTable<String, JsonText> rows;

  /** Makes an empty store that joins transactions. */
  public InMemoryTranscriptStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions);
  }

  /** Makes an empty store of its own, like one on another server. */
  public InMemoryTranscriptStore() {
    this(new InMemoryTransactions());
  }

  @Override
  public void put(VideoId videoId, JsonText transcript) {
    transactions.inTransaction(() -> rows.put(videoId.value(), transcript));
  }

  @Override
  public Optional<JsonText> find(VideoId videoId) {
    return transactions.inTransaction(() -> rows.get(videoId.value()));
  }

  @Override
  public List<VideoId> videoIds(int limit) {
    return transactions.inTransaction(() -> rows.keys().limit(limit).map(VideoId::new).toList());
  }

  @Override
  public void remove(VideoId videoId) {
    transactions.inTransaction(() -> rows.remove(videoId.value()));
  }
}
