package dev.vidwiz.http.payment;

import dev.vidwiz.http.json.Json;
import io.javalin.http.Context;
import java.util.List;

/** Tells clients that there is nothing to buy. */
public final class PaymentHandlers {

  record ProductsJson(List<String> products) {}

  private final Json json;

  /** Writes with the given JSON. */
  public PaymentHandlers(Json json) {
    this.json = json;
  }

  /** GET /v2/payments/products. */
  public void listProducts(Context ctx) {
    json.respond(ctx, 200, new ProductsJson(List.of()));
  }
}
