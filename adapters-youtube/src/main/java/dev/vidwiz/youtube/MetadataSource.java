package dev.vidwiz.youtube;

/** Gives metadata of a video. Thread-safe. */
interface MetadataSource {

  SourceInfo info();

  /**
   * Returns the metadata it has, which may be none.
   *
   * @throws Refusal when it says why it has none
   */
  MetadataDocument metadata(Fetch fetch) throws Refusal, InterruptedException;
}
