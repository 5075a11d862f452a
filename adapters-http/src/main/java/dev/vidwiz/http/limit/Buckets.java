package dev.vidwiz.http.limit;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.TakeResult;

/** Buckets of calls, each made full when it is first used. Thread-safe. */
interface Buckets {

  /** Takes a call out of a bucket; never fails. */
  TakeResult take(String bucket, Rate rate);
}
