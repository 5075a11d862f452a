package dev.vidwiz.persistence.video;

import dev.vidwiz.domain.video.Title;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The parameters of statements for a title: {@code :title} and the case-folded {@code :folded}. */
public final class TitleBinding {

  private TitleBinding() {}

  /** Binds a title, or null. */
  public static <S extends SqlStatement<S>> S bind(S statement, @Nullable Title title) {
    return statement
        .bind("title", title == null ? null : title.value())
        .bind("folded", title == null ? null : title.folded());
  }
}
