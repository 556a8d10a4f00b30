"""Wordings: what English words mean to a claim, by meaning."""

from __future__ import annotations

from enum import StrEnum


class Means(StrEnum):
    """What a lexeme means to a claim."""

    FIGURE = "figure"
    PERIOD = "period"  # "fiscal 2024", "the year"
    WORD = "word"
    NUMBER = "number"  # digits that are no figure
    STATES = "states"  # "was", "totaled"
    USES = "uses"  # "used": the amount is an outflow
    RECORDS = "records"  # "we recorded": what follows is the subject
    SHARES = "shares"  # "accounted for"
    RISES = "rises"  # a verb: "grew", "was up"
    FALLS = "falls"
    RISE = "rise"  # a noun: "an increase of"
    FALL = "fall"
    CHANGE = "change"  # a noun that says no direction
    COMPARED = "compared"  # "compared to", "from", "than"
    YEAR_BEFORE = "year before"  # "last year", "year over year"
    QUARTER_BEFORE = "quarter before"  # "sequentially"
    TO = "to"
    BY = "by"
    OF = "of"
    IN = "in"
    AND = "and"
    OR = "or"
    ARTICLE = "article"
    ABOUT = "about"
    ADVERB = "adverb"
    CAUSE = "cause"  # "due to", "on", "offset by"
    PART = "part"  # "including", "of which"
    BASIS = "basis"  # "at constant currency", "excluding"
    EXPECTS = "expects"  # "we expect", "guidance"
    PER_SHARE = "per share"
    TELLS = "tells"  # "announced that": the claim begins behind it
    AS_SHARE = "as a share"  # "as a percentage of"
    RESPECTIVELY = "respectively"
    STOP = "stop"  # a mark that parts clauses
    COLON = "colon"
    MARK = "mark"


_WORDINGS: dict[Means, str] = {
    Means.STATES: (
        "was|were|is|are|totaled|totalled|total|amounted to|amounts to|reached|came to|came in at"
        "|stood at|equaled|equalled|remained at|was recorded at|were recorded at|ended at|hit"
        "|has been|have been|declared|provided|totals|reaches|stands at|closed at|finished at"
        "|was at|were at|comes to|aggregated|approximated|held steady|held flat|stayed flat"
        "|remained flat|remained steady|remained stable|remained unchanged|stayed at|landed at"
        "|settled at|came out at|comes in at|ran at|sat at|was reported at|were reported at"
        "|added up to|ended the year at|ended the quarter at|ended the period at|ended the half at"
        "|finished the year at|finished the quarter at|closed the year at|closed the quarter at"
        "|worked out at|works out at|numbered|summed to|was held at|is held at|was kept at"
    ),
    Means.RECORDS: (
        "recorded|reported|posted|incurred|recognized|recognised|had|achieved|delivered|generated"
        "|realized|realised|earned|announces|announced|reports|posts|delivers|achieves|generates"
        "|records|earns|books|booked|has|showed|shows|saw|experienced|registered|proposes"
        "|proposed|declares|recommends|recommended"
        "|produced|turned in|logged|secured|notched|spent|ended the year with"
        "|ended the quarter with|ended the period with|finished the year with|closed the year with"
        "|finished the quarter with"
    ),
    Means.SHARES: (
        "accounted for|accounts for|represented|represents|made up|makes up|contributed"
        "|constituted|comprised|constitutes|formed"
    ),
    Means.RISES: (
        "increased|increases|raised|rose|grew|grows|climbed|advanced|improved|expanded|jumped"
        "|surged|soared|up|was up|were up|is up|are up|gained|strengthened|was higher|were higher"
        "|has increased|have increased|has grown|widened|rebounded|increasing|rising|growing"
        "|have grown|has risen|have risen|rises|climbs|advances|jumps|went up|moved up|picked up"
        "|appreciated|swelled|leapt|leaped|had increased|was ahead|were ahead"
        "|edged up|ticked up|moved higher|edged higher|progressed|inched up|crept up|nudged up"
        "|trended up"
        "|rallied|recovered|accelerated|is higher|are higher|broadened|spiked|escalated|firmed"
    ),
    Means.FALLS: (
        "decreased|decreases|lowered|declined|declines|fell|dropped|down|was down|were down|is down"
        "|are down|slipped|contracted|shrank|narrowed|was lower|were lower|has decreased"
        "|has declined|have decreased|have declined|decreasing|declining|falling|eased|dipped|slid"
        "|has fallen|have fallen|falls|drops|slips|went down|moved down|sank|retreated|receded"
        "|weakened|plunged|tumbled|compressed|shrinks|diminished|edged down|ticked down|edged lower"
        "|moved lower|had decreased|was reduced|were reduced|reduced|reduces|has reduced"
        "|have reduced|softened|slumped|plummeted|collapsed|inched down|crept down|nudged down"
        "|trended down|moderated|cooled|came down|is lower|are lower|shed"
    ),
    Means.RISE: (
        "increase|increases|growth|rise|gain|improvement|higher|increase or decrease|jump|advance"
        "|above|ahead|better|more|expansion|upturn|surge|uplift|climb|boost|widening"
    ),
    Means.FALL: (
        "decrease|decline|drop|fall|reduction|lower|declines|decreases|below|less|contraction"
        "|downturn|deterioration|dip|slide|slump|narrowing|shrinkage"
    ),
    Means.CHANGE: "change|difference|variance|swing",
    Means.USES: "used|consumed",
    Means.COMPARED: (
        "compared to|compared with|as compared to|as compared with|versus|vs|against|as against"
        "|over|than|from|relative to|in comparison with|in comparison to|when compared to"
        "|when compared with|when compared|on|compares to|compares with|measured against"
        "|set against"
        "|as opposed to|compare with|compare to|compares favorably with|compares favorably to"
        "|compared favorably with|compared favorably to|as measured against"
    ),
    Means.YEAR_BEFORE: (
        "year over year|year-over-year|year on year|year-on-year|yoy|y/y|last year|prior year"
        "|year to year|year-to-year|y-o-y"
        "|previous year|preceding year|year ago|year-ago|year earlier|year before|prior fiscal year"
        "|previous fiscal year|last fiscal year|prior-year period|prior year period"
        "|prior-year quarter|prior year quarter|year-ago period|year-ago quarter"
        "|year-earlier period|year-earlier quarter|last year's|prior year's|previous year's"
        "|same period last year|same quarter last year|same period of last year"
        "|same quarter of last year|same period a year ago|same quarter a year ago"
        "|same period of the prior year|same quarter of the prior year"
        "|same period in the prior year|same quarter in the prior year"
        "|same period of the previous year|same quarter of the previous year"
        "|same period of the prior fiscal year|same quarter of the prior fiscal year"
        "|comparable period of the prior year|corresponding period of the prior year"
        "|corresponding period last year|corresponding period of the previous year"
        "|comparable prior-year period|comparable prior year period|prior-year|prior period"
        "|prior-year levels|prior-year level|prior year level|prior year's level|last year's level"
        "|previous year's level|year-ago level|12 months earlier|twelve months earlier"
        "|comparable period last year"
        "|comparable quarter last year|corresponding quarter last year|previous period"
        "|same period one year ago|same period a year earlier|same quarter a year earlier"
        "|corresponding quarter of last year|same three months of last year|from a year ago"
        "|from a year earlier|from one year ago|from one year earlier|12 months ago"
        "|twelve months ago"
        "|comparison period|year prior|prior corresponding period|previous corresponding period"
        "|comparative period"
        "|same time last year|same half last year|same half of last year"
    ),
    Means.QUARTER_BEFORE: (
        "sequentially|prior quarter|previous quarter|preceding quarter|last quarter"
        "|quarter over quarter|quarter-over-quarter|quarter on quarter|linked quarter"
        "|quarter-on-quarter|qoq|q-o-q|q/q|immediately preceding quarter|trailing quarter"
    ),
    Means.PERIOD: (
        "year|full year|full-year|quarter|period|fiscal year|current year|current period"
        "|current quarter|this year|this quarter|year-end|year end|months|half-year|half year"
        "|same period|three months|six months|nine months|twelve months|first three months"
        "|first six months|first nine months|first half|three-month period|six-month period"
        "|nine-month period|twelve-month period|three-month|nine-month|six-month|twelve-month"
        "|first quarter|second quarter|third quarter|fourth quarter|final quarter"
        "|first-quarter|second-quarter|third-quarter|fourth-quarter|second half|first-half"
        "|second-half|year-to-date|year to date|year-to-date period|year-to-date periods"
        "|same quarter|same half|same three months|same six months|same nine months"
        "|corresponding period|corresponding quarter|corresponding half|comparable period"
        "|comparable quarter|same three-month period|same six-month period|same nine-month period"
    ),
    Means.TO: "to|at",
    Means.BY: "by",
    Means.OF: "of",
    Means.IN: (
        "in|for|during|at the end of|as of|through|as of the end of|as at the end of|as at"
        "|by the end of|at the close of"
    ),
    Means.AND: "and|while|whereas|but|as well as|so that|und|sowie|et|ainsi que|y",
    Means.OR: (
        "or|oder|corresponding to|equivalent to|equal to|equating to|representing|which represents"
        "|which was|which is|registering|recording|posting|marking|translating into|translating to"
    ),
    Means.ARTICLE: (
        "the|a|an|our|its|their|that|this|we|it|those|company's|group's|any|the company|the group"
        "|the corporation|the firm|the company's|the group's|consolidated|there"
    ),
    Means.ABOUT: (
        "about|approximately|around|roughly|some|nearly|almost|more than|less than|just over"
        "|just under|close to|only|a record|record|at least"
    ),
    Means.ADVERB: (
        "of cash|in cash|today|earlier today|also|further|again|still|now|both|then|respectable"
        "|modest|strong|solid|each|on a reported basis|as reported|on a gaap basis"
        "|on a consolidated basis|on a statutory basis|as a result|at the same time|in addition"
        "|in turn|in contrast|by contrast"
        "|meanwhile|additionally|moreover|furthermore|finally|likewise|similarly|consequently"
        "|accordingly|in particular|notably|overall|in total|once again|once more|even|well"
        "|healthy|robust|therefore|thus|hence"
    ),
    Means.CAUSE: (
        "due to|because of|because|driven by|reflecting|reflects|reflected|as a result of"
        "|resulting from|primarily|mainly|principally|largely|offset by|partially offset by"
        "|impacted by|affected by|was impacted by|were impacted by|reduced by|was reduced by"
        "|were reduced by|helped by|attributable to|led by|thanks to|supported by|related to"
        "|benefited from|caused by|owing to|as|with|on a|on an|on the back of|despite|hurt by"
        "|boosted by|lifted by|weighed on by|in line with|associated with|resulted in|resulting in"
        "|result of|increase in the|stemming from|from a|attributed to|aided by|fueled by"
        "|included|includes|reflective of|was offset by|were offset by|affected|impacted|amid"
        "|on the strength of|as a consequence of|mostly|chiefly|partly|buoyed by|bolstered by"
        "|underpinned by|spurred by|dragged down by|held back by|dampened by|tempered by"
        "|more than offset by"
        "|partly offset by|mitigated by|cushioned by|given|thanks in part to|in response to"
    ),
    Means.PART: (
        "including|of which|which includes|which included|consisting of|comprised of|comprising"
        "|made up of|composed of|inclusive of|of these|of this|of that|consists of|consisted of"
        "|consist of|consists primarily of|consisted primarily of|consisting primarily of"
        "|primarily consists of|primarily consisted of|comprises|comprise"
        "|davon|darunter|dont|de los cuales|de las cuales|entre ellos|entre ellas"
    ),
    Means.BASIS: (
        "constant currency|constant-currency|constant currencies|constant exchange rates|organic"
        "|organically|excluding|exclude|excludes|excluded|like-for-like|like for like"
        "|comparable basis|pro forma|pro-forma|net of|currency-neutral|currency neutral"
        "|local currency|local currencies|underlying|normalized|normalised|annualized|annualised"
        "|compound|cagr|adjusted for|adjusting for|ex-currency|non-gaap|same-store|same store"
        "|on an adjusted basis|as adjusted|on average|restated|exclusive of|apart from|other than"
        "|annual rate|would have|would be|per annum|annually|operationally|operational basis"
        "|excluding the impact of|foreign exchange|foreign currency|over the past|over the last"
        "|over two years|over three years|over four years|over five years|over ten years"
        "|over the years|over time|since|cumulatively|as originally reported|as previously reported"
        "|as first reported|as initially reported|as originally stated|as previously stated"
        "|originally reported|previously reported|first reported|initially reported"
        "|stack|stacked|stack basis|pre-pandemic|before the acquisition|constant fx"
        "|constant rates|cer"
        "|stripping out|same-customer|same customer|same-property|comparable-store|ignoring"
        "|fx-neutral|run-rate|run rate|lfl|before exceptional items|before special items"
        "|before one-off items|without the impact of"
    ),
    Means.EXPECTS: (
        "expect|expects|expected|anticipate|anticipates|anticipated|forecast|forecasts|guidance"
        "|outlook|target|targets|targeted|plan|plans|project|projects|projected|estimate"
        "|estimates|estimated|should|will|would|could|may|might|assuming|if|goal|goals|budget"
        "|budgeted|midpoint|range|hypothetical"
    ),
    Means.PER_SHARE: (
        "per share|per diluted share|per basic share|a share|a diluted share|per common share"
        "|per diluted common share|per basic common share|per ordinary share|per ads|per unit"
        "|diluted|basic|on a diluted basis|on a basic basis|on a fully diluted basis"
        "|on a per share basis|per share on|per diluted share on|a share on"
    ),
    Means.AS_SHARE: (
        "as a percentage of|as a share of|as a percent of|as % of|as a % of|percentage of"
        "|percent of|as a proportion of"
    ),
    Means.TELLS: (
        "announced that|announced today that|today announced that|reported that|said that"
        "|reported today that|today reported that|said today that|announces that|reports that"
        "|noted that|said :|commented :|added :|says :|said ,|commented ,|added ,|says ,"
    ),
    Means.RESPECTIVELY: "respectively",
    Means.WORD: (
        "from operating activities|from investing activities|from financing activities"
        "|from operations|from continuing operations|from discontinued operations"
        "|before income taxes|before income tax|before taxes"
        "|profit for the year|loss for the year|profit for the period|loss for the period"
        "|income for the year|income for the period|result for the year|result for the period"
        "|quarterly|half-yearly|yearly|monthly|weekly|daily"
        "|return on equity|return on assets|return on capital|return on invested capital"
        "|return on capital employed|return on sales|return on average equity"
        "|return on average assets|return on tangible equity|return on investment"
    ),
}  # fmt: skip
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_COUNTS = "two|three|four|five|six|seven|eight|nine|ten"
_MADE_UP: dict[Means, tuple[str, ...]] = {
    Means.PERIOD: tuple(f"{month} quarter" for month in _MONTHS.split("|")),
    Means.BASIS: tuple(
        f"{count}{form}"
        for count in _COUNTS.split("|")
        for form in ("-year", " year stack", " years", "-year period")
    ),
}
"""Wordings of a number or a name with a word: quarters by their last months, spans of years."""
BY_WORDS = {
    **{tuple(w.split()): means for means, wordings in _MADE_UP.items() for w in wordings},
    **{
        tuple(wording.split()): means
        for means, wordings in _WORDINGS.items()
        for wording in wordings.split("|")
    },
}
LONGEST = {wording[0]: len(wording) for wording in sorted(BY_WORDS, key=len)}
"""By its first word, of how many words the longest wording is."""
