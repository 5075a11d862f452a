package dev.vidwiz.http.request;

/** A request body whose memory is counted while it is in progress. Thread-safe. */
public interface IncomingBody {

  /** The request attribute that holds this object. Requests without a body do not have it. */
  String ATTRIBUTE = IncomingBody.class.getName();

  /** Ends the count: no bytes of the body are kept in memory any more. */
  void release();
}
