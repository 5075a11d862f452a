/** JMH benchmarks of code that runs on every request. */
@NullMarked
package dev.vidwiz.bench.micro;

import org.jspecify.annotations.NullMarked;
