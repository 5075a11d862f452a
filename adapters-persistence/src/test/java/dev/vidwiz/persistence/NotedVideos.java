package dev.vidwiz.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The table of that name, compared with what it is derived from. */
public final class NotedVideos {

  private static final String DERIVED =
      """
      SELECT DISTINCT n.user_id, v.video_id, substr(v.title_folded, 1, 600) AS title, v.created_at,
        v.id
      FROM notes AS n JOIN videos AS v ON v.video_id = n.video_id
      """;

  private static final String STORED =
      """
      SELECT user_id, video_id, substr(title_folded, 1, 600) AS title, created_at, id
      FROM noted_videos
      """;

  private static final String DIFFERENCES =
      """
      SELECT 'lacks ' || user_id || ' ' || video_id || ' ' || COALESCE(title, '-')
      FROM (%1$s EXCEPT %2$s) AS lacking
      UNION ALL
      SELECT 'holds ' || user_id || ' ' || video_id || ' ' || COALESCE(title, '-')
      FROM (%2$s EXCEPT %1$s) AS superfluous
      """
          .formatted(DERIVED, STORED);

  private NotedVideos() {}

  /** Returns which rows it lacks, and which it holds that it should not. */
  public static List<String> differences(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(DIFFERENCES)) {
      List<String> differences = new ArrayList<>();
      while (rows.next()) {
        differences.add(rows.getString(1));
      }
      return differences;
    }
  }
}
