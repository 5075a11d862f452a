package dev.vidwiz.persistence.job;

import dev.vidwiz.application.job.JobList;
import dev.vidwiz.application.job.JobSearch;
import dev.vidwiz.domain.job.JobId;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;

/** Searches the tables {@code tasks} and {@code outbox} together. */
public final class JdbiJobList implements JobList {

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public JdbiJobList(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Found search(JobSearch search, int most) {
    return transactions.read(
        handle -> {
          int total = count(handle, search, most);
          return new Found(
              total <= search.offset() ? List.of() : page(handle, search, total), total);
        });
  }

  private static int count(Handle handle, JobSearch search, int most) {
    return query(handle, JobSql.count(search), search)
        .bind("most", most)
        .mapTo(Integer.class)
        .one();
  }

  private static List<JobId> page(Handle handle, JobSearch search, int total) {
    long end = Math.min(total, search.offset() + search.perPage());
    return query(handle, JobSql.page(search), search)
        .bind("most", end)
        .bind("limit", end - search.offset())
        .bind("offset", search.offset())
        .map(JdbiJobList::id)
        .list();
  }

  private static Query query(Handle handle, String sql, JobSearch search) {
    Query query = handle.createQuery(sql);
    VideoId videoId = search.videoId();
    return videoId == null ? query : query.bind("videoId", videoId.value());
  }

  private static JobId id(RowView row) {
    long number = row.getColumn("id", Long.class);
    return JobId.Kind.AI.code().equals(row.getColumn("kind", String.class))
        ? JobId.ai(number)
        : JobId.task(number);
  }
}
