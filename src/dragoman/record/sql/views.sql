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

-- Who speaks and acts for whom, by report: a state's government, forces and services and who holds an office in them; the officials
-- and delegates of a group or body; and those of whom the record says that they lead it, hold an office of it or are members of it.
CREATE OR REPLACE VIEW people_of AS
WITH tied AS (
    SELECT DISTINCT o.actor AS side, s.actor
    FROM claims c
    JOIN parties s ON s.report = c.report AND s.claim = c.claim AND s.role = 'subject' AND s.actor IS NOT NULL
    JOIN parties o ON o.report = c.report AND o.claim = c.claim AND o.role = 'object' AND o.actor IS NOT NULL
    WHERE c.type IN ('holds_office', 'leads', 'member_of') AND c.polarity = 'positive' AND c.certainty = 'certain' AND c.tense <> 'past'
        AND s.kind IN ('person', 'people', 'government_body')
        AND NOT starts_with(c.rule, 'learned')  -- a title or a frame says so; one guess of the heads would give a side somebody else's leader
), acting AS (
    SELECT * FROM actors WHERE kind IN ('person', 'people', 'government_body', 'faction')
), states AS (
    SELECT DISTINCT actor, country FROM actors WHERE kind = 'state' AND country IS NOT NULL
), others AS (  -- not "forces" or "a party", whatever begins so
    SELECT DISTINCT actor, kind = 'group' AS any_group
    FROM actors
    WHERE kind NOT IN ('state', 'person', 'people', 'government_body') AND regexp_matches(name, '\p{Lu}')
), begun AS (
    SELECT actor, kind, unnest(list_transform(range(1, len(string_split(actor, '-'))),
        lambda n: array_to_string(string_split(actor, '-')[1:n], '-'))) AS begins
    FROM (SELECT DISTINCT actor, kind FROM acting)
), whose AS (  -- the id of a body or people begins with that of whose it is: "hamas-official", not "armed-forces-of-chad" with "armed-forces"
    SELECT DISTINCT b.actor, o.actor AS side
    FROM begun b JOIN others o ON o.actor = b.begins
    WHERE b.kind <> 'government_body' OR NOT any_group
)
SELECT a.report, s.actor AS side, a.actor
FROM acting a JOIN states s USING (country)
WHERE a.sector IN ('GOV', 'MIL', 'SPY')
    AND a.actor NOT IN (SELECT actor FROM whose)
    AND a.actor NOT IN (SELECT t.actor FROM tied t JOIN others o ON o.actor = t.side)
UNION
SELECT a.report, w.side, a.actor
FROM acting a JOIN whose w USING (actor)
WHERE a.kind <> 'people' OR a.sector IN ('GOV', 'MIL', 'SPY', 'REB', 'UAF', 'PTY', 'OPP')
UNION
SELECT a.report, t.side, a.actor FROM tied t JOIN acting a ON a.actor = t.actor;

-- Words of what somebody says that he will do, or puts on the table; what else is agreed is accepted.
CREATE OR REPLACE MACRO is_offered(word) AS regexp_matches(
    lower(word), '^(offer|invit|promis|pledg|vow|undert|willing|read[yi]|prepared|commit|volunteer|guarant|assur|open|propos|overture|announc|launch|unveil|present|put|tabl)');
CREATE OR REPLACE MACRO is_signed(word) AS regexp_matches(lower(word), '^(sign|ratif|approv|adopt|accept|endors)');

-- What actors demand, refuse, offer, accept, concede and threaten: a row for each claim and each actor that takes the position. Refusals,
-- offers and threats are also what an actor, or one of its people, says of it about the time to come: that it will, or will not. A
-- demand that is told to be dropped is none, and what an offer, agreement, refusal or threat is about is told with it and not again.
CREATE OR REPLACE VIEW positions AS
WITH mouths AS (
    SELECT v.report, v.claim, arg_max(s.source, v.depth) AS source
    FROM voices v JOIN statements s USING (report, statement) GROUP BY ALL
    UNION
    SELECT c.report, c.claim, s.source
    FROM claims c JOIN statements s ON s.report = c.report
    WHERE s.source IS NOT NULL AND c.tense = 'future'
        AND list_bool_or(list_transform(s.content, lambda x: x.start <= c.trigger[1].start AND c.trigger[1].stop <= x.stop))
), own AS (
    SELECT s.report, s.claim, m.actor FROM mouths s JOIN mentions m ON m.report = s.report AND m.mention = s.source
    UNION
    SELECT s.report, s.claim, o.side
    FROM mouths s JOIN mentions m ON m.report = s.report AND m.mention = s.source
    JOIN people_of o ON o.report = s.report AND o.actor = m.actor
), taken AS (
    SELECT DISTINCT p.report, p.claim, c.n, p.actor, coalesce(p.name, p.words) AS name, c.kind, c.type, c.polarity, c.certainty, c.tense,
        c.trigger[1].start AS start, c.about, c.condition IS NOT NULL AS conditional, words_of(r.text, c.trigger[1]) AS word,
        EXISTS (FROM own o WHERE o.report = p.report AND o.claim = p.claim AND o.actor = p.actor) AS of_itself
    FROM parties p JOIN claims c USING (report, claim) JOIN reports r USING (report)
    WHERE p.role IN ('actor', 'subject') AND p.actor IS NOT NULL
), judged AS (
    SELECT *,
        CASE
            WHEN polarity = 'positive' AND certainty <> 'hypothetical' AND type = 'REQUEST' THEN 'demands'
            WHEN polarity = 'positive' AND type = 'REJECT' THEN 'refuses'
            WHEN polarity = 'negative' AND tense = 'future' AND type NOT IN ('REJECT', 'THREATEN') AND (of_itself OR certainty <> 'hypothetical')
                THEN 'refuses'
            WHEN polarity = 'positive' AND type = 'THREATEN' THEN 'threatens'
            WHEN polarity = 'positive' AND of_itself AND tense = 'future' AND type IN ('ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE')
                THEN 'threatens'
            WHEN polarity = 'positive' AND type = 'AGREE' AND is_offered(word) AND (of_itself OR tense <> 'future') THEN 'offers'
            WHEN polarity = 'positive' AND of_itself AND tense = 'future' AND (certainty <> 'hypothetical' OR conditional)
                AND type IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'recognizes') THEN 'offers'
            WHEN polarity = 'positive' AND certainty = 'certain' AND tense <> 'future'
                AND (type = 'AGREE' OR (type = 'SUPPORT' AND is_signed(word))) THEN 'accepts'
            WHEN polarity = 'positive' AND certainty = 'certain' AND tense <> 'future' AND type = 'CONCEDE' THEN 'concedes'
        END AS position
    FROM taken
)
SELECT report, claim, n, actor, name, position
FROM judged j
WHERE position IS NOT NULL
    AND NOT EXISTS (
        FROM judged w
        WHERE w.report = j.report AND w.actor = j.actor AND w.claim <> j.claim
            AND ((j.position = 'demands' AND w.type = 'CONCEDE' AND w.position = 'concedes')
                OR (j.position = 'offers' AND w.type = 'AGREE' AND w.position IN ('offers', 'accepts'))
                OR (j.position IN ('refuses', 'threatens') AND w.type IN ('REJECT', 'THREATEN') AND w.position = j.position))
            AND list_bool_or(list_transform(w.about, lambda x: x.start <= j.start AND j.start < x.stop)));

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
