# syntax=docker/dockerfile:1
FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY schemas schemas
COPY indicators indicators
COPY ingest ingest
COPY streams streams
COPY serve serve
COPY warehouse warehouse
COPY bench bench
COPY standalone standalone
RUN mvn -q -B -ntp -Dquick -Dlaunch -pl standalone -am package

FROM eclipse-temurin:17.0.15_6-jre-jammy
LABEL org.opencontainers.image.title="Kuroshio" org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --gid 10001 kuroshio \
 && useradd --uid 10001 --gid kuroshio --home-dir /var/lib/kuroshio --create-home --shell /usr/sbin/nologin kuroshio
COPY --from=build /src/standalone/target/kuroshio/lib /opt/kuroshio/lib
COPY deploy/healthy /opt/kuroshio/healthy
USER 10001:10001
WORKDIR /var/lib/kuroshio
VOLUME /var/lib/kuroshio
ENV KUROSHIO_DATA=/var/lib/kuroshio/data
EXPOSE 8080
# A service that serves is asked over HTTP instead: see docker-compose.yml.
HEALTHCHECK --interval=30s --timeout=5s --start-period=1m CMD ["/opt/kuroshio/healthy", "/var/lib/kuroshio"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "-cp", "/opt/kuroshio/lib/*", "org.kuroshio.standalone.Main"]
CMD ["--help"]
