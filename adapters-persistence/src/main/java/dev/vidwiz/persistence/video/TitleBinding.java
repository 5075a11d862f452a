package dev.vidwiz.persistence.video;

import dev.vidwiz.domain.video.Title;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The names under which statements know a title: {@code :title}, and {@code :folded} to search. */
public final class TitleBinding {

  private TitleBinding() {}

  /** Binds a title; null where there is none. */
  public static <S extends SqlStatement<S>> S bind(S statement, @Nullable Title title) {
    return statement
        .bind("title", title == null ? null : title.value())
        .bind("folded", title == null ? null : title.folded());
  }
}
