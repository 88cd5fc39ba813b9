-- The record's tables, format 3. One row a thing that a reading holds; `n` keeps the reading's own order.
-- Every table but meta begins with the report's id. Offsets count Unicode characters, half-open [start, stop).

CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

CREATE TABLE reports (
    report      VARCHAR PRIMARY KEY,
    title       VARCHAR,
    outlet      VARCHAR,
    author      VARCHAR,
    published   VARCHAR,            -- as given: ISO 8601 date or date-time
    url         VARCHAR,
    language    VARCHAR NOT NULL,
    text        VARCHAR NOT NULL,
    file        VARCHAR,            -- that it was taken from, with its line or row there
    fingerprint VARCHAR NOT NULL,   -- of the text, blanks folded
    recorded_at TIMESTAMP NOT NULL DEFAULT now()::TIMESTAMP
);

-- A report whose text stands in the record already under another id: it is pointed to, never counted again.
CREATE TABLE duplicates (
    report      VARCHAR PRIMARY KEY,
    same_as     VARCHAR NOT NULL,
    title       VARCHAR,
    outlet      VARCHAR,
    author      VARCHAR,
    published   VARCHAR,
    url         VARCHAR,
    language    VARCHAR NOT NULL,
    file        VARCHAR,
    fingerprint VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL DEFAULT now()::TIMESTAMP
);

CREATE TABLE failures (report VARCHAR PRIMARY KEY, error VARCHAR NOT NULL, failed_at TIMESTAMP NOT NULL DEFAULT now()::TIMESTAMP);

-- Who: as the report's date makes them, so the same actor may have another sector in another report.
CREATE TABLE actors (
    report        VARCHAR NOT NULL,
    n             INTEGER NOT NULL,
    actor         VARCHAR NOT NULL,
    name          VARCHAR NOT NULL,
    kind          VARCHAR NOT NULL,
    country       VARCHAR,
    sector        VARCHAR,
    other_sectors VARCHAR[] NOT NULL
);

CREATE TABLE mentions (
    report  VARCHAR NOT NULL,
    n       INTEGER NOT NULL,
    mention VARCHAR NOT NULL,
    start   INTEGER NOT NULL,
    stop    INTEGER NOT NULL,
    words   VARCHAR NOT NULL,
    actor   VARCHAR
);

CREATE TABLE statements (
    report     VARCHAR NOT NULL,
    n          INTEGER NOT NULL,
    statement  VARCHAR NOT NULL,
    source     VARCHAR,             -- a mention
    co_sources VARCHAR[] NOT NULL,  -- mentions
    cue        STRUCT(start INTEGER, stop INTEGER),
    content    STRUCT(start INTEGER, stop INTEGER)[] NOT NULL,
    manner     VARCHAR NOT NULL,
    within     VARCHAR,             -- the statement outside this one
    time_start VARCHAR,             -- when it was said
    time_end   VARCHAR,
    time_precision VARCHAR,
    time_span  STRUCT(start INTEGER, stop INTEGER),
    time_source VARCHAR
);

CREATE TABLE claims (
    report         VARCHAR NOT NULL,
    n              INTEGER NOT NULL,
    claim          VARCHAR NOT NULL,
    kind           VARCHAR NOT NULL,
    type           VARCHAR NOT NULL,
    mode           VARCHAR[] NOT NULL,
    contexts       VARCHAR[] NOT NULL,
    about          STRUCT(start INTEGER, stop INTEGER)[] NOT NULL,
    as_            STRUCT(start INTEGER, stop INTEGER),
    scope          STRUCT(start INTEGER, stop INTEGER),
    polarity       VARCHAR NOT NULL,
    certainty      VARCHAR NOT NULL,
    tense          VARCHAR NOT NULL,
    condition      STRUCT(start INTEGER, stop INTEGER),
    time_start     VARCHAR,
    time_end       VARCHAR,
    time_precision VARCHAR,         -- null where the claim has no time
    time_span      STRUCT(start INTEGER, stop INTEGER),
    time_source    VARCHAR,
    place          VARCHAR,         -- a mention
    sentence       STRUCT(start INTEGER, stop INTEGER) NOT NULL,
    trigger        STRUCT(start INTEGER, stop INTEGER)[] NOT NULL,
    rule           VARCHAR NOT NULL,
    confidence     DOUBLE           -- 0 to 1; null where no learned heads were asked
);

-- Who plays which part in a claim; mention is null for a part that is named and that nobody fills.
CREATE TABLE roles (report VARCHAR NOT NULL, claim VARCHAR NOT NULL, n INTEGER NOT NULL, role VARCHAR NOT NULL, mention VARCHAR);

CREATE TABLE counts (
    report  VARCHAR NOT NULL,
    claim   VARCHAR NOT NULL,
    n       INTEGER NOT NULL,
    counted VARCHAR NOT NULL,       -- dead, injured, captives, money …
    value   DOUBLE NOT NULL,
    bound   VARCHAR NOT NULL,
    unit    VARCHAR,
    span    STRUCT(start INTEGER, stop INTEGER) NOT NULL
);

-- The chain through which a claim reaches us, outermost (depth 0) first; no row: the outlet's own voice.
CREATE TABLE voices (report VARCHAR NOT NULL, claim VARCHAR NOT NULL, depth INTEGER NOT NULL, statement VARCHAR NOT NULL);

CREATE TABLE times (
    report VARCHAR NOT NULL,
    n      INTEGER NOT NULL,
    start  INTEGER NOT NULL,
    stop   INTEGER NOT NULL,
    words  VARCHAR NOT NULL,
    value  VARCHAR,
    type   VARCHAR NOT NULL
);

CREATE TABLE places (
    report   VARCHAR NOT NULL,
    n        INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    stop     INTEGER NOT NULL,
    words    VARCHAR NOT NULL,
    name     VARCHAR NOT NULL,
    lat      DOUBLE,
    lon      DOUBLE,
    country  VARCHAR,
    geonames BIGINT
);
