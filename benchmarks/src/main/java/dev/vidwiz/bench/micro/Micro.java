package dev.vidwiz.bench.micro;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the JMH benchmarks with the JVM options of the program. */
public final class Micro {

  private Micro() {}

  /** Runs the benchmarks whose name contains the regular expression, and prints JMH's table. */
  public static void run(String pattern) throws RunnerException {
    new Runner(new OptionsBuilder().include(pattern).shouldFailOnError(true).build()).run();
  }
}
