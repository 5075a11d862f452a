package dev.vidwiz.youtube;

/**
 * The player of the web site, for metadata only. Captions and playability need a token that only
 * browsers get.
 */
record WebPlayer(SourceInfo info, PlayerApi api) implements MetadataSource {

  private static final String VERSION = "2.20260114.08.00";

  WebPlayer(PlayerApi api) {
    this(new SourceInfo("web", "POST /youtubei/v1/player as WEB", false, Key.ALL), api);
  }

  @Override
  public MetadataDocument metadata(Fetch fetch) throws Refusal, InterruptedException {
    return api.request(AppProfile.WEB, VERSION, "&$fields=microformat,videoDetails", fetch)
        .metadata();
  }
}
