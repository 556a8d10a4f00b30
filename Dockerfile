# The review desk in a container, for this computer alone:
#
#     docker build --tag statement-auditor .
#     docker run --rm --publish 127.0.0.1:8765:8765 statement-auditor
#
# It prints its address. Any other command works too: docker run --rm statement-auditor --help
FROM python:3.13-slim AS build
WORKDIR /build
COPY locks/build.txt locks/desk.txt locks/
RUN pip install --no-cache-dir --require-hashes --requirement locks/build.txt \
 && pip wheel --no-cache-dir --require-hashes --wheel-dir /wheels --requirement locks/desk.txt
COPY . .
RUN python -m hatchling build --target wheel --directory /wheels

FROM python:3.13-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir --no-index --find-links /wheels 'statement-auditor[docx,pdf,web]' \
 && rm -r /wheels \
 && useradd --create-home auditor
USER auditor
WORKDIR /home/auditor
# Its ports lead nowhere until they are published, so it may listen on all of them.
ENV AUDITOR_CONTAINER=1 PYTHONUNBUFFERED=1
EXPOSE 8765
ENTRYPOINT ["auditor"]
CMD ["serve", "--port", "8765", "--no-browser"]
