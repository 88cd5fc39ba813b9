-- What questions start from: the tables joined and spelt out, for our own queries and for the user's.

-- The words of a span, and a name as it is looked up: without case, accents, curly apostrophes or article.
CREATE OR REPLACE MACRO words_of(text, span) AS substring(text, span.start + 1, span.stop - span.start);
CREATE OR REPLACE MACRO looked_up(name) AS
    regexp_replace(replace(strip_accents(lower(trim(name))), '’', ''''), '^the\s+', '');

-- Whether a name is one, not the words for somebody: "Banda", not "head of state".
CREATE OR REPLACE MACRO is_named(name) AS regexp_matches(name, '^[^\p{Ll}]');

-- The day of an ISO date or date-time; null where it is none.
CREATE OR REPLACE MACRO day_of(moment) AS try_cast(left(moment, 10) AS DATE);

-- Who plays which part, with name and codes.
CREATE OR REPLACE VIEW parties AS
SELECT r.report, r.claim, r.n, r.role, m.mention, m.words, m.actor, a.name, a.kind, a.country, a.sector
FROM roles r
JOIN mentions m USING (report, mention)
LEFT JOIN actors a ON a.report = r.report AND a.actor = m.actor;

-- When each claim is placed: by its own time, else by the day of its report (told_on).
CREATE OR REPLACE VIEW days AS
SELECT
    c.report,
    c.claim,
    day_of(c.time_start) AS since,
    day_of(c.time_end) AS until,
    day_of(r.published) AS told_on,
    since IS NULL AND until IS NULL AS undated,
    coalesce(since, until, told_on) AS day
FROM claims c
JOIN reports r USING (report);

-- Statements, with who says it and the words.
CREATE OR REPLACE VIEW sayings AS
SELECT
    s.report,
    s.statement,
    s.n,
    day_of(r.published) AS told_on,
    coalesce(day_of(s.time_start), day_of(s.time_end), day_of(r.published)) AS day,
    m.actor,
    coalesce(a.name, m.words) AS source,
    words_of(r.text, s.cue) AS cue,
    list_aggregate(list_transform(s.content, lambda x: words_of(r.text, x)), 'string_agg', ' ') AS words,
    s.manner,
    s.within
FROM statements s
JOIN reports r USING (report)
LEFT JOIN mentions m ON m.report = s.report AND m.mention = s.source
LEFT JOIN actors a ON a.report = s.report AND a.actor = m.actor;

-- What actors demand, refuse, offer and threaten: a row for each claim and each actor that takes the position. Refusals, offers and
-- threats are also what an actor says of itself about the time to come: that it will, or will not.
CREATE OR REPLACE VIEW positions AS
WITH speakers AS (
    SELECT v.report, v.claim, arg_max(s.source, v.depth) AS source
    FROM voices v JOIN statements s USING (report, statement) GROUP BY ALL
), own AS (
    SELECT s.report, s.claim, m.actor FROM speakers s JOIN mentions m ON m.report = s.report AND m.mention = s.source
), taken AS (
    SELECT DISTINCT p.report, p.claim, c.n, p.actor, coalesce(p.name, p.words) AS name, c.kind, c.type, c.polarity, c.certainty, c.tense,
        EXISTS (FROM own o WHERE o.report = p.report AND o.claim = p.claim AND o.actor = p.actor) AS of_itself
    FROM parties p JOIN claims c USING (report, claim)
    WHERE p.role IN ('actor', 'subject') AND p.actor IS NOT NULL
)
SELECT report, claim, n, actor, name,
    CASE
        WHEN polarity = 'positive' AND certainty <> 'hypothetical' AND type = 'REQUEST' THEN 'demands'
        WHEN polarity = 'positive' AND type = 'REJECT' THEN 'refuses'
        WHEN polarity = 'negative' AND tense = 'future' AND type NOT IN ('REJECT', 'THREATEN') AND (of_itself OR certainty <> 'hypothetical')
            THEN 'refuses'
        WHEN polarity = 'positive' AND type = 'THREATEN' THEN 'threatens'
        WHEN polarity = 'positive' AND of_itself AND tense = 'future' AND type IN ('ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE')
            THEN 'threatens'
        WHEN polarity = 'positive' AND of_itself AND tense = 'future'
            AND type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'recognizes') THEN 'offers'
        -- who has offered to do something: an agreement that nothing has come of yet
        WHEN polarity = 'positive' AND certainty = 'hypothetical' AND tense <> 'future' AND type = 'AGREE' THEN 'offers'
    END AS position
FROM taken
WHERE position IS NOT NULL;

-- Claims spelt out, one row each: the view to start a question from.
CREATE OR REPLACE VIEW told AS
WITH filled AS (
    SELECT report, claim,
        list(coalesce(name, words) ORDER BY n) FILTER (role IN ('actor', 'subject')) AS actor,
        list(coalesce(name, words) ORDER BY n) FILTER (role IN ('recipient', 'object')) AS recipient,
        list(coalesce(name, words) ORDER BY n) FILTER (role = 'third_party') AS third_party
    FROM parties GROUP BY ALL
), spoken AS (
    SELECT v.report, v.claim, list(s.source ORDER BY v.depth) AS voice
    FROM voices v JOIN sayings s USING (report, statement) GROUP BY ALL
)
SELECT
    c.report, c.claim, r.title, r.outlet, d.told_on, d.day, d.since, d.until,
    c.kind, c.type, c.mode, c.contexts,
    coalesce(f.actor, []) AS actor,
    coalesce(f.recipient, []) AS recipient,
    coalesce(f.third_party, []) AS third_party,
    list_transform(c.about, lambda x: words_of(r.text, x)) AS about,
    words_of(r.text, c.as_) AS as_,
    words_of(r.text, c.scope) AS scope,
    c.polarity, c.certainty, c.tense,
    words_of(r.text, c.condition) AS condition,
    p.words AS place,
    coalesce(v.voice, []) AS voice,
    list_transform(c.trigger, lambda x: words_of(r.text, x)) AS trigger,
    words_of(r.text, c.sentence) AS sentence,
    c.rule,
    c.confidence
FROM claims c
JOIN reports r USING (report)
JOIN days d USING (report, claim)
LEFT JOIN filled f USING (report, claim)
LEFT JOIN spoken v USING (report, claim)
LEFT JOIN mentions p ON p.report = c.report AND p.mention = c.place;
