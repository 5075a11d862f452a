package dev.vidwiz.http.limit;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.Taken;

/** Buckets of calls, each made full when it is first used. Thread-safe. */
interface Buckets {

  /** Takes a call out of a bucket; never fails. */
  Taken take(String bucket, Rate rate);
}
