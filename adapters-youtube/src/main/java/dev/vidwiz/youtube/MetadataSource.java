package dev.vidwiz.youtube;

/** Gives metadata of a video. Thread-safe. */
interface MetadataSource {

  SourceInfo info();

  /**
   * Returns the metadata of the video, which may be empty.
   *
   * @throws Refusal if the source gives a reason instead
   */
  MetadataDocument metadata(Fetch fetch) throws Refusal, InterruptedException;
}
