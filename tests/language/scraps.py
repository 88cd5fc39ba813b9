"""Texts put together at random from what news is made of."""

from hypothesis import strategies as st

SCRAPS = (
    *("The envoy", "left", "on Monday", "said", "talks", "The army", "of the", "he", "who had been", "and", "that", "in the north"),
    *("KHARTOUM, Sudan (Agency) —", "(Agency) -", "Cairo, May 4:", "By Jane Doe", "BY JANE DOE", "FILE -", "(Jane Doe/Agency)", "© 2024"),
    *("ARMY CHIEF WARNS", "Army Chief Warns of New Offensive", "UPDATE 2-Army", "READ MORE:", "Q:", "MR. DOE:", "[1/3]", ".[1]", "[sic]"),
    *("•", "- ", "*", "1.", "(b)", "II.", "–", "—", "--", "...", "…", ". . .", ".", ",", ";", ":", "!", "?!", "?", "/", "|"),
    *('"', "“", "”", "‘", "’", "«", "»", "„", "``", "''", "'", "(", ")", "[", "]"),
    *("U.S.", "U.S", "Lt. Gen.", "Mr.Doe", "a.m.", "No. 5", "D-Calif.", "etc.", "St.", "ST.", "J.K. Doe", "Inc.", "vs.", "Dec.", "e.g."),
    *("1,200km", "$5m", "US$1.2bn", "€3.5m", "20\u00a0000", "2,500-ton", "3.5%", "5-10%", "12-0", "10:30am", "9/11", "½", "1990s", "F-16s"),
    *(
        "UN-backed",
        "anti-U.S.",
        "mid-May",
        "al-‘Arabi",
        "O’Neill",
        "don't",
        "they&#39;re",
        "cannot",
        "ministers'",
        "ex-president-turned-critic",
    ),
    *(
        "https://example.org/a-b?c=1&d=2#e",
        "www.example.org",
        "press@example.org",
        "@envoy",
        "#peace",
        "example.org/peace)",
        "🕊️🇺🇳",
        "👍🏽",
        "🙏",
    ),
    *("<p>", "</p>", '<a href="/x y">', "<br/>", "<b", "&nbsp;", "&quot;", "&amp;", "&#8217;", "x<y", "<!-- -->"),
    *("minis\u00adter", "Malmo\u0308", "The\u200bman", "\ufeff", "\u200e", "\u0301", "Фатх", "سلام", "北京", "\x00", "\ud7ff", "ﬁnal"),
)
GAPS = (" ", " ", " ", "", "\n", "\n\n", "\r\n", "\t", "\u00a0", "  ", "\u2028", "\u3000", "\x0c", " \n ")

texts = st.lists(st.tuples(st.sampled_from(SCRAPS), st.sampled_from(GAPS)), max_size=40).map(lambda pairs: "".join(a + b for a, b in pairs))
