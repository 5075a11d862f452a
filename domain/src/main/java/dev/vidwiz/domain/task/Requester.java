package dev.vidwiz.domain.task;

import dev.vidwiz.domain.network.AddressPrefix;

/** Who requested a video and its tasks. Limits of new videos and turns are per requester. */
public sealed interface Requester {

  /** A registered user. */
  record User(long id) implements Requester {

    @Override
    public String code() {
      return "user:" + id;
    }
  }

  /** All guests at one network address. */
  record Guest(AddressPrefix address) implements Requester {

    @Override
    public String code() {
      return "guest:" + address;
    }
  }

  /** No requester waits: for tasks of an operator or an older server. */
  record Nobody() implements Requester {

    @Override
    public String code() {
      return "";
    }
  }

  /** Returns the stored form, which is unique. */
  String code();

  /** Tells whether the tasks come after those of users. */
  default boolean isGuest() {
    return this instanceof Guest;
  }
}
