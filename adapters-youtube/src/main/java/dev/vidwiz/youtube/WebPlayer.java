package dev.vidwiz.youtube;

/**
 * The player of the web site, asked for details of the video only: what it says of captions and
 * playability needs a token that only browsers get.
 */
record WebPlayer(SourceInfo info, PlayerApi api) implements MetadataSource {

  private static final String VERSION = "2.20260114.08.00";

  WebPlayer(PlayerApi api) {
    this(new SourceInfo("web", "POST /youtubei/v1/player as WEB", false, Key.ALL), api);
  }

  @Override
  public MetadataDocument metadata(Fetch fetch) throws Refusal, InterruptedException {
    return api.ask(AppProfile.WEB, VERSION, "&$fields=microformat,videoDetails", fetch).metadata();
  }
}
