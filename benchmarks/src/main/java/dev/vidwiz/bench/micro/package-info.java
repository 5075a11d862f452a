/** What runs on every request, measured by JMH. */
@NullMarked
package dev.vidwiz.bench.micro;

import org.jspecify.annotations.NullMarked;
