package dev.vidwiz.http.request;

/** The server's side of a body on its way. Thread-safe. */
public interface IncomingBody {

  /**
   * The attribute of a request in which this object is found; a request without a body has none.
   */
  String ATTRIBUTE = IncomingBody.class.getName();

  /** Says that nothing that was read of the body is kept any more. */
  void release();
}
