package dev.vidwiz.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A test of plans, which is given the {@link FilledDatabases} one after the other. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(autoCloseArguments = false)
@ArgumentsSource(FilledDatabases.Provider.class)
public @interface OnFilledDatabases {

  /** Returns which kinds. */
  EmptyDatabase.Kind[] value() default {EmptyDatabase.Kind.SQLITE, EmptyDatabase.Kind.POSTGRESQL};
}
