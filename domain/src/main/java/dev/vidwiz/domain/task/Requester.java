package dev.vidwiz.domain.task;

/** Who asked for a video, and so for its tasks: shares and turns are counted by it. */
public sealed interface Requester {

  /** Nobody who waits: tasks of an operator or an older server. */
  Requester NOBODY = new Nobody();

  /** A registered user. */
  record User(long id) implements Requester {

    @Override
    public String code() {
      return "user:" + id;
    }
  }

  /**
   * Everybody without an account at one network address.
   *
   * @param address an IPv4 address or an IPv6 prefix, in one spelling each
   */
  record Guest(String address) implements Requester {

    @Override
    public String code() {
      return "guest:" + address;
    }
  }

  /** See {@link #NOBODY}. */
  record Nobody() implements Requester {

    @Override
    public String code() {
      return "";
    }
  }

  /** Returns the name under which the requester is stored: no two have the same. */
  String code();

  /** Tells whether what they ask for comes after what users ask for. */
  default boolean isGuest() {
    return this instanceof Guest;
  }
}
