package dev.vidwiz.http.limit;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.TakeResult;

/** Rate-limit buckets. A bucket is full at its first use. Thread-safe. */
interface Buckets {

  /** Takes one call from a bucket; never throws. */
  TakeResult take(String bucket, Rate rate);
}
