-- What one voice affirms and another denies, as pairs of claims. Three kinds of denial are looked for. A claim of the opposite polarity:
-- of the same type and tense, between the same parties, on days that fit, in sentences that share words besides the parties' names
-- (contrary). One that names nobody, of what a report just before tells of those whom its own names (unnamed). And a denial of what was
-- said, such as "denies the claim" or "denies Russia's claim that …": of what its own words hold, else of what another voice said just
-- before (answered).
-- $asked, $types: as in timeline.sql; who speaks takes part here, and for whom he does. $since and $until are of the reports.
WITH wording AS (
    SELECT '\b(den(y|ied|ies)|disput|refut|rebut|contradict)' AS denying, '\b(dismiss|reject)' AS dismissing,
        '^(it|this|that|which|them|these|those)(\W*$|[,;.]|\s\w+ing\b)' AS pointing,
        '^([^\s,]+\s+){0,6}(claim|report|accusation|allegation|assertion|statement|account|rumou?r|remark|figure|finding|version)s?\b'
            AS telling,
        '^([^\s,]+\s+){0,3}(charge|involvement|responsibility|complicity|link)s?\b' AS charging,
        '^([^\s,]+\s+){0,3}(involvement|responsibility|complicity|link|role)s?\b' AS partaking,
        'after also amid been being before could from government have into military minister more officials over president reports said says
            states statement such than that their there they this those were when which while will with would year' AS common
), innermost AS (
    SELECT report, claim, arg_max(statement, depth) AS statement FROM voices GROUP BY ALL
), mouths AS (
    SELECT s.report, s.statement, list(coalesce(m.actor, lower(m.words))) AS speakers,
        list(if(a.sector IN ('GOV', 'MIL', 'SPY'), a.country, a.actor)) AS speaks_for
    FROM statements s
    JOIN mentions m ON m.report = s.report AND (m.mention = s.source OR list_contains(s.co_sources, m.mention))
    LEFT JOIN actors a ON a.report = m.report AND a.actor = m.actor
    GROUP BY ALL
), sides AS (  -- forces, ministers and bodies of a state play their part for it
    SELECT report, claim,
        list(coalesce(actor, lower(words))) FILTER (role IN ('actor', 'subject')) AS doers,
        list(actor) FILTER (actor IS NOT NULL) AS parties,
        list(DISTINCT if(sector IN ('GOV', 'MIL', 'SPY'), country, actor))
            FILTER (role IN ('actor', 'subject') AND actor IS NOT NULL) AS does,
        list(DISTINCT if(sector IN ('GOV', 'MIL', 'SPY') AND kind <> 'person', country, actor))
            FILTER (role IN ('recipient', 'object') AND actor IS NOT NULL) AS undergoes,
        string_agg(concat_ws(' ', name, words), ' ') AS called
    FROM parties GROUP BY ALL
), told AS (
    SELECT c.report, c.claim, c.kind, c.type, c.mode, c.polarity, c.tense, c.about, c.confidence, c.sentence, r.text, d.told_on,
        coalesce(d.since, d.until) AS since, coalesce(d.until, d.since) AS until,
        c.trigger[1].start AS start, lower(words_of(r.text, c.trigger[1])) AS word,
        lower(coalesce(words_of(r.text, c.about[1]), trim(substring(r.text, c.trigger[-1].stop + 1, 40)))) AS matter,
        coalesce(s.doers, []) AS doers, coalesce(s.parties, []) AS parties,
        coalesce(s.does, []) AS does, coalesce(s.undergoes, []) AS undergoes,
        list_distinct(coalesce(s.does, []) || coalesce(s.undergoes, [])) AS everybody, coalesce(s.called, '') AS called,
        v.statement, coalesce(m.speakers, []) AS speakers, coalesce(m.speaks_for, []) AS speaks_for, o.cue.start AS said,
        regexp_matches(coalesce(lower(words_of(r.text, o.cue)), ''), denying || '|' || dismissing) AS in_denial
    FROM wording, claims c
    JOIN reports r USING (report)
    JOIN days d USING (report, claim)
    LEFT JOIN sides s USING (report, claim)
    LEFT JOIN innermost v USING (report, claim)
    LEFT JOIN mouths m USING (report, statement)
    LEFT JOIN statements o USING (report, statement)
    WHERE c.certainty IN ('certain', 'probable') AND c.type <> 'holds_office'
), denials AS (  -- of what somebody said, not of a request or of entry
    SELECT told.*, regexp_matches(matter, partaking) AS of_a_part,
        regexp_matches(matter, pointing) OR list_bool_or(list_transform(about, lambda x: x.start <= start AND start < x.stop)) AS points
    FROM told, wording
    WHERE polarity = 'positive' AND type IN ('REJECT', 'ACCUSE') AND tense <> 'future'
        AND ((regexp_matches(word, denying) AND (coalesce(points, false) OR regexp_matches(matter, telling || '|' || charging)))
            OR (regexp_matches(word, dismissing) AND regexp_matches(matter, telling)))
), affirmed AS (
    SELECT *, if(type = 'ACCUSE', doers, speakers) AS sayers
    FROM told
    WHERE polarity = 'positive' AND (report, claim) NOT IN (SELECT (report, claim) FROM denials)
), denied AS (
    SELECT * FROM told WHERE polarity = 'negative' AND type <> 'ACCUSE'
), opposite AS (
    SELECT a.report, a.claim, d.report AS other, d.claim AS denial, d.in_denial,
        a.report = d.report AS together, a.kind = 'relation' AS lasting, d.told_on - a.told_on AS later,
        list_has_any(d.speaks_for, a.everybody || d.everybody) AS of_a_party, len(a.speakers) > 0 AS voiced,
        a.type IN ('AGREE', 'CONSULT', 'COOPERATE', 'allied_with', 'fights', 'opposes') OR list_contains(a.mode, 'ceasefire') AS mutual,
        len(list_intersect(a.everybody, d.everybody)) AS known, len(d.everybody) AS named,
        list_has_any(a.does, d.does) AS same_doer, list_has_any(a.undergoes, d.undergoes) AS same_other,
        len(a.does) = 0 OR len(d.does) = 0 AS no_doer, len(a.undergoes) = 0 OR len(d.undergoes) = 0 AS no_other,
        list_transform(
            [words_of(a.text, a.sentence), words_of(d.text, d.sentence), concat_ws(' ', a.called, d.called, common),
                coalesce(words_of(d.text, d.about[1]), '')],
            lambda text: list_transform(regexp_extract_all(lower(text), '[\p{L}\d]{4,}'), lambda word: left(word, 5))) AS stems
    FROM wording, affirmed a
    JOIN denied d ON d.type = a.type AND (d.tense = 'future') = (a.tense = 'future')
        AND (a.report = d.report OR (d.statement IS NOT NULL
            AND d.told_on - a.told_on BETWEEN -1 AND if(a.kind = 'relation', 60, 10)))
        AND (len(a.mode) = 0 OR len(d.mode) = 0 OR list_has_any(a.mode, d.mode))
        AND (a.since IS NULL OR d.since IS NULL OR (a.since <= d.until + 2 AND d.since <= a.until + 2))
        AND list_has_any(a.everybody, d.everybody)
        AND NOT list_has_any(a.speakers, d.speakers)
        AND (a.report <> d.report OR if(a.sentence = d.sentence, a.statement IS NOT NULL AND d.statement IS NOT NULL,
            a.statement IS NOT NULL OR d.statement IS NOT NULL))
), contrary AS (
    SELECT *, len(list_filter(list_intersect(stems[1], stems[2]), lambda word: NOT list_contains(stems[3], word))) AS shared
    FROM opposite
    WHERE if(mutual, known >= 2 OR (known = 1 AND named = 1 AND same_doer AND in_denial),
            (same_doer OR same_other) AND (same_doer OR no_doer) AND (same_other OR no_other))
        AND CASE
            WHEN together THEN in_denial OR (shared >= if(mutual OR same_other, 1, 3))
            WHEN NOT (in_denial OR of_a_party) THEN false
            WHEN mutual AND voiced AND of_a_party THEN later <= 7 AND (len(stems[4]) = 0 OR list_has_any(stems[1], stems[4]))
            WHEN lasting AND same_doer AND same_other THEN true
            ELSE shared >= if(mutual OR (same_doer AND same_other), 2, 4)
        END
), unnamed AS (  -- "There is no ceasefire": between whom, the report tells elsewhere
    SELECT a.report, a.claim, d.report AS other, d.claim AS denial
    FROM affirmed a
    JOIN denied d ON d.type = a.type AND list_has_any(d.mode, a.mode) AND (d.tense = 'future') = (a.tense = 'future')
        AND d.report <> a.report AND d.statement IS NOT NULL AND d.told_on - a.told_on BETWEEN -1 AND 3
        AND len(a.doers) >= 2 AND d.called = '' AND NOT list_has_any(a.speakers, d.speakers)
    WHERE len(list_distinct(a.doers)) = (
        SELECT count(DISTINCT m.actor) FROM mentions m WHERE m.report = d.report AND list_contains(a.doers, m.actor))
), answered AS (
    SELECT a.report, a.claim, d.report AS other,
        coalesce((
            SELECT arg_min(n.claim, n.start) FROM denied n
            WHERE n.report = d.report AND list_has_any(n.speakers, d.doers)
                AND list_bool_or(list_transform(d.about, lambda x: x.start <= n.start AND n.start < x.stop))), d.claim) AS denial,
        coalesce(NOT d.points AND list_bool_or(list_transform(d.about, lambda x: x.start <= a.start AND a.start < x.stop)), false) AS inside
    FROM denials d
    JOIN affirmed a USING (report)
    WHERE (a.statement IS NOT NULL OR a.type = 'ACCUSE') AND NOT list_has_any(a.sayers, d.doers)
        AND (len(a.sayers) > 0 OR if(inside, a.type <> 'ACCUSE', a.type = 'ACCUSE' AND list_has_any(a.undergoes, d.does)))
        AND (inside OR (a.start < d.start AND a.sentence.stop > d.sentence.start - 250 AND (d.points OR length(d.matter) <= 40)))
        AND (NOT d.of_a_part OR list_has_any(d.does, a.everybody))
    QUALIFY rank() OVER (
        PARTITION BY d.report, d.claim
        ORDER BY inside DESC, if(inside, a.start, -a.sentence.start), -coalesce(a.said, a.start), a.type = 'ACCUSE', a.start) = 1
), pairs AS (
    SELECT report, claim, other, denial FROM contrary
    UNION FROM unnamed
    UNION SELECT report, claim, other, denial FROM answered
), chosen AS (
    SELECT p.*, row_number() OVER () AS pair, a.parties || a.speakers || d.parties || d.speakers AS who,
        least(a.told_on, d.told_on) AS first, a.told_on, d.told_on AS denied_on
    FROM pairs p
    JOIN told a USING (report, claim)
    JOIN told d ON d.report = p.other AND d.claim = p.denial
    WHERE (len($types::VARCHAR[]) = 0 OR list_has_any($types::VARCHAR[], list_append(a.mode, a.type)))
      AND ($since::DATE IS NULL OR greatest(a.told_on, d.told_on) >= $since::DATE)
      AND ($until::DATE IS NULL OR least(a.told_on, d.told_on) <= $until::DATE)
      AND ($confidence::DOUBLE IS NULL OR (a.confidence >= $confidence::DOUBLE AND d.confidence >= $confidence::DOUBLE))
), asked AS (
    SELECT nth, unnest(ids) AS side
    FROM (SELECT unnest($asked::VARCHAR[][]) AS ids, generate_subscripts($asked::VARCHAR[][], 1) AS nth)
), parts AS (
    SELECT pair, report, other, unnest(who) AS actor FROM chosen
), involved AS (
    SELECT pair, count(DISTINCT nth) AS sides
    FROM (
        SELECT pair, nth FROM parts JOIN asked ON side = actor
        UNION
        SELECT pair, nth
        FROM parts t
        JOIN people_of o ON o.actor = t.actor AND o.report IN (t.report, t.other)
        JOIN asked USING (side)
    )
    GROUP BY pair
)
SELECT report, claim, other, denial
FROM chosen
LEFT JOIN involved USING (pair)
WHERE coalesce(sides, 0) = len($asked::VARCHAR[][])
ORDER BY first NULLS LAST, told_on NULLS LAST, denied_on NULLS LAST, report, claim, other, denial;
