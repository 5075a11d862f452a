# docker build -t vidwiz .
# docker run -p 5000:5000 -v vidwiz:/var/lib/vidwiz --read-only --tmpfs /tmp:exec --stop-timeout 20 vidwiz

# The jars are the same for all architectures, so they are built on that of this machine.
FROM --platform=$BUILDPLATFORM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Dquick package

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 vidwiz \
    && useradd --system --uid 10001 --gid vidwiz --home-dir /var/lib/vidwiz --create-home --shell /usr/sbin/nologin vidwiz
COPY --from=build /src/vidwiz /opt/vidwiz/
COPY --from=build /src/bootstrap/target/vidwiz.jar /opt/vidwiz/bootstrap/target/
COPY --from=build /src/bootstrap/target/lib /opt/vidwiz/bootstrap/target/lib/
# The first start creates the AOT cache, which needs write access to the folder of the jar.
RUN ["/opt/vidwiz/vidwiz", "version"]

ENV HOST=0.0.0.0 PORT=5000 DATA_DIR=/var/lib/vidwiz
USER vidwiz
WORKDIR /var/lib/vidwiz
VOLUME /var/lib/vidwiz
EXPOSE 5000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["/opt/vidwiz/vidwiz"]
CMD ["serve"]
