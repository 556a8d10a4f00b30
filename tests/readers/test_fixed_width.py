import pytest

from auditor import readers
from auditor.auditing import pipeline
from auditor.auditing.facts import document_facts
from auditor.readers import text
from auditor.rulebook.packs import rule_packs

FILING = """\
<PAGE>   21

                     BRANDT & LOWE COMPANY
                  CONSOLIDATED BALANCE SHEETS
              (In thousands, except share amounts)

<TABLE>
<CAPTION>
                                                   DECEMBER 31,
                                              ----------------------
                                                1998         1997
                                              ---------    ---------
<S>                                           <C>          <C>
                   ASSETS
Current assets:
     Cash and cash equivalents.............   $   4,210    $   3,950
     Receivables, less allowance for
       doubtful accounts of $310 and $280..      12,480       11,205
     Inventories...........................       9,112        8,440
     Prepaid expenses......................          --          215
                                              ---------    ---------
          Total current assets.............      25,802       23,810
Treasury stock, at cost....................        (315)        (245)
                                              ---------    ---------
                                              $  25,487    $  23,565
                                              =========    =========
</TABLE>

     The accompanying notes are an integral part of these statements.
"""

MAINFRAME = """\
RUN DATE 03/31/98           MERIDIAN SUPPLY CO                       PAGE   1
REPORT GL210           TRIAL BALANCE BY ACCOUNT

ACCT   DESCRIPTION                     OPENING         MOVEMENT        CLOSING

1010   CASH - OPERATING             120,450.12        15,210.00     135,660.12
1020   CASH - PAYROLL                10,000.00         2,500.00-      7,500.00
1100   ACCOUNTS RECEIVABLE          310,220.50        22,110.25     332,330.75

RUN DATE 03/31/98           MERIDIAN SUPPLY CO                       PAGE   2
REPORT GL210           TRIAL BALANCE BY ACCOUNT

ACCT   DESCRIPTION                     OPENING         MOVEMENT        CLOSING

2010   ACCOUNTS PAYABLE             180,300.10-       12,000.00     168,300.10-
3010   CAPITAL                      260,370.52-       46,820.25-    307,190.77-
                                  -------------    -------------  -------------
       TOTAL                               .00              .00            .00
"""

SIDE_BY_SIDE = """\
                      1998    1997                              1998    1997
Cash                   210     150      Payables                 300     280
Receivables            480     405      Accrued liabilities      115      90
Inventories            312     340      Long-term debt           400     395
Total assets         1,002     895      Shareholders' equity     187     130
"""


def document(written, path="a.txt"):
    return text.read(written.encode(), path)


def texts(table):
    return [[cell.text for cell in row] for row in table.rows]


def test_an_old_filing():
    read = document(FILING)
    assert [texts(t) for t in read.tables] == [
        [
            ["", "DECEMBER 31,", ""],
            ["", "1998", "1997"],
            ["ASSETS", "", ""],
            ["Current assets:", "", ""],
            ["Cash and cash equivalents", "$4,210", "$3,950"],
            [
                "Receivables, less allowance for doubtful accounts of $310 and $280",
                "12,480",
                "11,205",
            ],
            ["Inventories", "9,112", "8,440"],
            ["Prepaid expenses", "--", "215"],
            ["Total current assets", "25,802", "23,810"],
            ["Treasury stock, at cost", "(315)", "(245)"],
            ["", "$25,487", "$23,565"],
        ]
    ]
    table = read.tables[0]
    assert [h.text.strip() for h in table.headings] == [
        "BRANDT & LOWE COMPANY",
        "CONSOLIDATED BALANCE SHEETS",
    ]
    assert table.notes == ("(In thousands, except share amounts)",)
    assert [p.text.strip() for p in read.passages if not p.level] == [
        "(In thousands, except share amounts)",
        "The accompanying notes are an integral part of these statements.",
    ]


def test_a_report_with_page_breaks_is_one_table():
    read = document(MAINFRAME)
    assert [texts(t) for t in read.tables] == [
        [
            ["ACCT DESCRIPTION", "OPENING", "MOVEMENT", "CLOSING"],
            ["1010 CASH - OPERATING", "120,450.12", "15,210.00", "135,660.12"],
            ["1020 CASH - PAYROLL", "10,000.00", "2,500.00-", "7,500.00"],
            ["1100 ACCOUNTS RECEIVABLE", "310,220.50", "22,110.25", "332,330.75"],
            ["2010 ACCOUNTS PAYABLE", "180,300.10-", "12,000.00", "168,300.10-"],
            ["3010 CAPITAL", "260,370.52-", "46,820.25-", "307,190.77-"],
            ["TOTAL", ".00", ".00", ".00"],
        ]
    ]
    assert pipeline.document_report(read, rule_packs()).findings == ()


@pytest.mark.parametrize("written", [FILING, MAINFRAME, SIDE_BY_SIDE])
def test_a_figure_is_cited_by_line_and_columns(written):
    read = document(written)
    for table in read.tables:
        for number, row in enumerate(table.rows, start=1):
            for col, cell in enumerate(row, start=1):
                source = cell.place(0, len(cell.text))
                assert (source.table, source.row, source.col) == (table.number, number, col)
                if col == 1 or not cell.text:
                    continue
                line = read.lines[source.line - 1]
                printed = line[source.column - 1 : source.end_column - 1]
                assert printed.replace(" ", "").strip("-") == cell.text.replace(" ", "").strip("-")


@pytest.mark.parametrize(
    "number, suffix, read",
    [
        ("1,204", "-", "1,204-"),
        ("1,204.50", "-", "1,204.50-"),
        ("1,204", " CR", "1,204 CR"),
        ("1,204", "CR", "1,204CR"),
        ("1,204", " DB", "1,204 DB"),
        ("1,204", "DR", "1,204DR"),
        ("<1,204", ">", "(1,204)"),
        ("$(1,204", ")", "$(1,204)"),
        ("---", "", "-"),
        ("--", "", "--"),
        ("-", "", "-"),
        ("12.5", "%", "12.5%"),
        ("(12.5", ")%", "(12.5)%"),
    ],
)
def test_how_old_programs_print_a_figure(number, suffix, read):
    rows = f"Tools             801\nParts  {number:>14}{suffix}\nTotal           1,205\n"
    cell = document(rows).tables[0].rows[1][1]
    source = cell.place(0, len(cell.text))
    assert cell.text == read
    columns = (22 - len(number), 22 + len(suffix))
    assert (source.line, source.column, source.end_column) == (2, *columns)


@pytest.mark.parametrize(
    "printed, value",
    [
        ("1,204-", -1204),
        ("1,204 CR", -1204),
        ("1,204 DB", 1204),
    ],
)
def test_a_sign_behind_a_figure_is_read_and_cited(printed, value):
    rows = (
        f"Tools         1,801\nParts         {printed}\nOther           100\nTotal         3,105\n"
    )
    found = document_facts(document(rows), ()).facts
    figures = [f.figure for f in found if f.label == "Parts"]
    assert [(f.text, f.digits) for f in figures] == [(printed, value)]


def test_debits_in_one_column_and_credits_in_the_other_are_one_table():
    written = """\
Account                               Debit        Credit
Cash                              10,000.00
Receivables                       20,500.25
Loan                                           24,275.74
Equity                                          6,224.51
Total                             30,500.25    30,500.25
"""
    (table,) = document(written).tables
    assert texts(table)[0] == ["Account", "Debit", "Credit"]
    assert [row[1:] for row in texts(table)[2:5]] == [
        ["20,500.25", ""],
        ["", "24,275.74"],
        ["", "6,224.51"],
    ]
    wrong = written.replace("30,500.25    30", "30,600.25    30")
    (finding,) = pipeline.document_report(document(wrong), rule_packs()).findings
    assert finding.printed == "30,600.25"


def test_the_number_of_an_account_is_part_of_its_label():
    written = """\
Account   Text                         Debit period     Credit period   Balance
113100    Bank                           110.500,00        98.200,50-    12.299,50
140000    Trade receivables              250.000,00       201.400,00-    48.600,00
160000    Trade payables                  80.300,00       120.450,25-    40.150,25-
*         Total                          440.800,00       420.050,75-    20.749,25
"""
    (table,) = document(written).tables
    assert [row[0] for row in texts(table)[1:]] == [
        "113100 Bank", "140000 Trade receivables", "160000 Trade payables", "* Total",
    ]  # fmt: skip
    report = pipeline.document_report(document(written), rule_packs())
    assert report.not_understood == ()
    assert report.findings == ()


def test_tables_side_by_side_are_two():
    first, second = document(SIDE_BY_SIDE).tables
    assert [row[0] for row in texts(first)] == [
        "", "Cash", "Receivables", "Inventories", "Total assets",
    ]  # fmt: skip
    assert texts(second)[-1] == ["Shareholders' equity", "187", "130"]


def test_headings_over_all_years_and_over_single_columns():
    written = """\
                          Year ended December 31,
                         1998      1997      1996
Net sales              $61,200   $54,400   $50,100
Cost of sales           40,392    36,448    33,066

                       Average     Units      Net
                        price      sold      sales
Saws                     12.50       100     1,250
Drills                   20.00        50     1,000
"""
    first, *rest = document(written).tables
    assert texts(first)[:2] == [
        ["", "Year ended December 31,", "", ""],
        ["", "1998", "1997", "1996"],
    ]
    heads = texts(rest[0] if rest else first)
    assert ["", "Average price", "Units sold", "Net sales"] in heads


UNDERLINED = """\
● Assets                   September 30, 1998         March 31, 1998    Change
                         --------------------   --------------------   -------
Cash ...................               12,860                 13,727      -867
Deficit ................              (26,827)               (29,680)   +2,854
● Cash flows (3 months)    3Q98 (1998/7-9/30)     3Q97 (1997/7-9/30)   Change
Operations .............                1,608                  1,969      -361
Investing ..............                 (855)                   889    -1,744
"""


def test_headings_far_wider_than_their_figures():
    (table,) = document(UNDERLINED).tables
    assert [row for row in texts(table) if row[0].startswith("●")] == [
        ["● Assets", "September 30, 1998", "March 31, 1998", "Change"],
        ["● Cash flows (3 months)", "3Q98 (1998/7-9/30)", "3Q97 (1997/7-9/30)", "Change"],
    ]
    assert len(table.rows) == 6


def test_a_form_feed_begins_a_page():
    page = "           ACME CO\n\n                 1998    1997\n"
    written = f"{page}Saws              801     740\nDrills            403     360\n"
    written += f"\f{page}Total           1,204   1,100\n"
    assert texts(document(written).tables[0]) == [
        ["", "1998", "1997"],
        ["Saws", "801", "740"],
        ["Drills", "403", "360"],
        ["Total", "1,204", "1,100"],
    ]


def test_wide_characters_take_two_columns():
    written = "                当期      前期\n売上高         1,204     1,100\n"
    written += "営業損失       △801     △740\n"
    assert texts(document(written).tables[0]) == [
        ["", "当期", "前期"],
        ["売上高", "1,204", "1,100"],
        ["営業損失", "△801", "△740"],
    ]


PROSE = """\
The  Company's  net  sales  in  1998  were  $1,204  million,  compared  with
$1,100  million  in  1997.  Cost  of  sales  rose  to  801  million  from  780
million.  At  year  end  the  Company  employed  2,310  people,  of  whom  410
worked  abroad.
"""
CONTENTS = """\
                          TABLE OF CONTENTS

Item 1.   Business ..............................................   1
Item 2.   Properties ............................................  12
Item 3.   Legal Proceedings .....................................  13
Item 4.   Market for Common Equity ..............................  13
"""
LETTER = """\
Brandt & Lowe Company
1200 Main Street
Dayton, OH   45402
Tel.  (937) 555-0100

Sincerely,
          J. Brandt     12 March 1999
"""
LIST = """\
    1.  The first of 12 machines
    2.  The second of 14 machines
   10.  Another of 801 machines
"""
FENCE = "```\nfor i in range(10):\n    total  =  total + 1204\n    parts  =  parts + 801\n```\n"


@pytest.mark.parametrize("written", [PROSE, CONTENTS, LETTER, LIST, FENCE])
def test_prose_is_no_table(written):
    assert document(written).tables == ()


def test_prose_beside_a_table_stays_as_it_was():
    before = document(PROSE).passages
    after = document(f"{PROSE}\n{SIDE_BY_SIDE}\n{PROSE}").passages
    assert [p.text for p in after] == [before[0].text, before[0].text]


def test_an_error_is_found():
    broken = FILING.replace("25,802 ", "25,820 ")
    report = pipeline.document_report(document(broken), rule_packs())
    suspects = [s.citation for f in report.findings for s in f.suspects[:1]]
    assert [(c.text, c.source.line) for c in suspects] == [("25,820", 22)]


def rows_of(lines):
    (table,) = readers.read("\n".join(lines).encode(), "a.txt").tables
    return [[cell.text if cell else "" for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (  # all in parentheses, none named: one cell, set in two columns without parentheses
            [
                "              2025             2024",
                "Freight       1,204 (71.7%)    1,100 (71.2%)",
                "Storage         475 (28.3%)      445 (28.8%)",
            ],
            ["Freight", "1,204", "71.7%", "1,100", "71.2%"],
        ),
        (  # behind some amounts only
            [
                "                       2025             2024",
                "Freight               1,204            1,100",
                "Storage         475 (28.3%)      445 (28.8%)",
                "Total                 1,679            1,545",
            ],
            ["Freight", "1,204", "1,100"],
        ),
        (  # a heading of their own: a column of losses
            [
                "              2025 Change",
                "Freight      1,204 (8.7%)",
                "Storage        475 (6.3%)",
            ],
            ["Freight", "1,204", "(8.7%)"],
        ),
        (  # one without parentheses: theirs mean minus
            [
                "              2025             2024",
                "Freight       1,204 (1.7%)     1,100 (1.2%)",
                "Storage         475   8.3%       445   8.8%",
            ],
            ["Freight", "1,204", "(1.7%)", "1,100", "(1.2%)"],
        ),
    ],
)
def test_percentages_behind_amounts(lines, cells):
    assert rows_of(lines)[1] == cells
