SwaggerUIBundle({
  url: new URL("../openapi.json", document.baseURI).href,
  dom_id: "#swagger-ui",
  docExpansion: "list",
  displayRequestDuration: true,
  validatorUrl: null
});
