import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_samples import filing, plain, when

from tickmark.ingest.figures import references
from tickmark.ingest.figures.prose import sentences
from tickmark.ingest.figures.references import counted_noun


def read_all(text):
    """(quote, number or range, unit, period, first label) of every figure of a paragraph."""
    found = []
    for f in filing(text).figures():
        number = plain(f.number) if f.low is None else f"{plain(f.low)}~{plain(f.high)}"
        found.append((number, f.unit, when(f)))
    return found


def labels(text):
    return [f.label_path for f in filing(text).figures()]


def test_a_sentence_with_two_figures():
    text = "In 2022 the mill turned out 4,512 tonnes of yarn, up 12.5% on the year before."
    assert read_all(text) == [("4512", "tonnes", "2022-01-01/2022-12-31"), ("12.5", "%", "2022-01-01/2022-12-31")]
    assert labels(text)[1][0] == labels(text)[0][0]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("The group formed a team of 212 R&D staff.", "212", "staff"),
        ("The firm has a total of 57 internal coaches.", "57", "coaches"),
        ("In all, 35 science and technology prizes were given.", "35", "prizes"),
        ("Staff were taught patent law 2 times.", "2", "times"),
        ("We held 21 safety training sessions.", "21", "sessions"),
        ("Of these, 1,410,000 A Shares are held by staff.", "1410000", "shares"),
        ("The village counts 61 of our own people as its teachers.", "61", "people"),
        ("The company vested 4.52 million restricted shares.", "4.52", "shares"),
    ],
)
def test_what_is_counted(text, number, unit):
    assert [(n, u) for n, u, _ in read_all(text)] == [(number, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board met in four sessions.", [("4", "sessions")]),
        ("Five of the largest mills buy our yarn.", [("5", None)]),
        ("The board has six committees and 11 advisers.", [("6", "committees"), ("11", "advisers")]),
        ("The mill put up 1 rain gauge at the gate and 3 rain gauges on the roof.", [("1", "gauge"), ("3", "gauges")]),
        ("The five modules come in two kinds, in a two-step plan of three years.", []),
        ("Four of the 9 Directors came.", [("9", "directors")]),
        ("One of them was late.", []),
    ],
)
def test_small_counts_in_words_and_a_single_thing(text, expected):
    assert [(n, u) for n, u, _ in read_all(text)] == expected


def test_a_number_in_words_is_quoted_as_printed():
    read = filing("In 2023 the board met in four sessions.")
    (figure,) = read.figures()
    assert read.text[slice(*figure.span.chars)] == figure.quote == "four"


def test_a_sentence_broken_off_by_a_page_goes_on():
    read = filing("Our motors lower the use of power by more\n\nthan 10%-15% against common ones.")
    (figure,) = read.figures()
    assert "use of power" in " ".join(figure.label_path)
    assert read.text[slice(*figure.span.chars)] == figure.quote


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The rating agency's score increased to 61, among the best.", "61"),
        ("A survey gave a satisfaction score of 91.", "91"),
        ("The index reached 108 at its highest.", "108"),
        ("The number of fatal accidents was 0.", "0"),
        ("The ratio fell from 3 to 2.", "2"),
    ],
)
def test_a_bare_number_that_is_plainly_a_measure(text, number):
    assert number in [n for n, _, _ in read_all(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The plant was certified to ISO 14064 and PAS 2060 once more.",
        "Rule 13.17 of the Listing Rules and Rules 13.09 and 13.10 apply.",
        "The offices are at No. 81, West Road, 88 Harbour Street.",
        "Tel: 0797-8068059, post code: 341000, fax 020 7946 0000",
        "Please write to info2@example.com or see https://example.com/2023/5.",
        "It won the 18th Golden Prize on the 113th day and the 4th again.",
        "On March 8, 2023, at 10:30 a.m., the board met.",
        "Since 2014 she has taught in Leeds.",
        "They are among the world's top 10 and the Fortune 500.",
        "See note 17, chapter 571 and section 4.2 on page 12.",
        "Scope 1 and 2 emissions are covered, as are categories 1, 4 and 6.",
        "The stock code is 300748.SZ and 06680.HK.",
        "It joined the “10,000 Firms Help 10,000 Villages” campaign.",
        "Over the past 16 years and the next 3 months, nothing changed.",
        "A 360-degree view and a 5-step plan for 3C goods.",
        "Turnover rate = people who left / (those at the start + those hired) * 100%",
        "Resolutions 2 to 4 were carried.",
        "Stock code: 01234",
        "The XR-12K pump, the B-40M and the AB-7m are made in Leeds.",
    ],
)
def test_numbers_that_only_name_something(text):
    assert read_all(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Since 2021 we put RMB 26 million into it, of which RMB 9 million in 2023.",
            ["2021-01-01/2023-12-31", "2023-01-01/2023-12-31"],
        ),
        ("Spending was £22.5 million, most of it on a plant that opened in March 2022.", ["2023-01-01/2023-12-31"]),
        ("The plan is 40,000 tonnes by 2025.", ["2025-01-01/2025-12-31"]),
        (
            "Capacity is 23,000 tonnes; the plan is 40,000 tonnes by 2025.",
            ["2023-01-01/2023-12-31", "2025-01-01/2025-12-31"],
        ),
        (
            "Fees came to RMB5 million; a year earlier they came, after tax, to RMB4 million.",
            ["2023-01-01/2023-12-31", "2022-01-01/2022-12-31"],
        ),
        (
            "Staff numbered 1,842 people during the year (2022: 1,795).",
            ["2023-01-01/2023-12-31", "2022-01-01/2022-12-31"],
        ),
        ("At the end of 2023 there were 1,412 suppliers.", ["/2023-12-31"]),
        ("In 2022 sales rose. They reached 15 tonnes.", ["2022-01-01/2022-12-31"]),
        ("We gain from the orders that were won late in 2021. Sales are 15 tonnes.", ["2023-01-01/2023-12-31"]),
        ("We gain from the orders we won in 2021. Sales are 15 tonnes.", ["2023-01-01/2023-12-31"]),
        ("The survey was flown in 2021. Its lines lie 15 km apart.", ["2021-01-01/2021-12-31"]),
        ("Sales were 15 tonnes (yarn of all kinds) in 2021.", ["2021-01-01/2021-12-31"]),
        ("Sales of 14 tonnes were made in 2022. They reached 15 tonnes.", ["2022-01-01/2022-12-31"] * 2),
        ("For 2030 we expect 9 tonnes. Waste was 5 tonnes.", ["2030-01-01/2030-12-31", "2023-01-01/2023-12-31"]),
        ("Waste was 5 tonnes.", ["2023-01-01/2023-12-31"]),
        ("费用合计约1.21亿元，上年同期没有此类费用。", ["2023-01-01/2023-12-31"]),
        ("影响约为3,200万元，上年同期为7,094万元。", ["2023-01-01/2023-12-31", "2022-01-01/2022-12-31"]),
    ],
)
def test_the_period_of_each_figure(text, expected):
    assert [period for _, _, period in read_all(text)] == expected


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Intensity was 30.7 tCO2e a head, against 35.0 the year before.", ["tCO2e", "tCO2e"]),
        (
            "The site has 20,000 square meters of green space, 2,384 of them on roofs.",
            ["square meters", "square meters"],
        ),
        ("It had 500,000 shares in issue, of which 200,000 were held abroad.", ["shares", "shares"]),
        ("They built 441 machines and rebuilt 91 older ones.", ["machines", "machines"]),
        ("The ratio moved from 3.1 to 3.4%.", ["%", "%"]),
    ],
)
def test_a_bare_number_takes_the_unit_of_what_it_is_compared_with(text, units):
    assert [unit for _, unit, _ in read_all(text)] == units


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Revenue came to RMB6 million.", "Revenue"),
        ("The firm invested RMB 3 million in research.", "in research"),
        ("Around RMB 18 million went into rebuilding the drains.", "rebuilding the drains"),
        ("Profit rose to RMB5 million, and sales to schools to RMB4 million.", "sales to schools"),
        ("This year, RMB 18 million was spent to renovate the drains.", "renovate the drains"),
        ("Interest, fees and other costs totalled RMB 2 million.", "other costs"),
    ],
)
def test_what_is_measured(text, words):
    assert words in " ".join(labels(text)[-1])


def test_a_direction_is_a_qualifier_and_no_sign():
    found = list(filing("Sales fell by 5%, while profit rose 3%.").figures())
    assert [(plain(f.number), f.qualifiers) for f in found] == [("5", ("decrease",)), ("3", ("increase",))]


def test_sentences_keep_initials_and_abbreviations_together():
    text = "Mr. A. Lee of Ex Co. Ltd. came (see No. 5). He left. R&D. They cost 5."
    assert [text[a:b].strip() for a, b in sentences(text)][-3:] == ["He left.", "R&D.", "They cost 5."]


def test_a_sentence_without_end_is_read_in_pieces():
    assert all(b - a <= 2000 for a, b in sentences("word 5 " * 5000))


def test_counted_nouns():
    assert counted_noun(" business ethics training sessions for all") == "business ethics training sessions"
    assert counted_noun(" of them") is None
    assert counted_noun(", and more") is None
    assert counted_noun(" was good") is None


def test_markup_inside_a_number_stays_in_the_quote():
    figure = next(iter(filing("It cost RMB **3.76** million.").figures()))
    assert (figure.quote, plain(figure.number)) == ("RMB **3.76** million", "3.76")


BEFORE = [
    "note", "Notes", "No", ".", "rule", "and", "to", "or", ",", ":", "#", "-", "–", "/", "A", "x2.", "第", "ISO",
    "sections", "5", "4.1", "&", "(", "%", "$", "rose", "reached", "totalled", "amounted", "stood", "at", "scored",
    "the number of staff", "ratio", "was", "is", "are", "of", "about", "only", "approximately", "increased", "from",
    "fell", "达到", "為", "some", "nearly", "score", "it"
]  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from(BEFORE), st.sampled_from(["", " ", "  "])), max_size=6))
@settings(max_examples=300, deadline=None)
def test_a_look_at_the_end_of_a_text_passes_over_no_match(parts):
    before = "".join(word + gap for word, gap in parts)
    if references._NAMING.search(before):
        assert references._names(before)
    if references._MEASURED.search(before):
        assert before.rstrip().casefold().endswith(references._MEASURED_ENDS)


def test_what_was_told_of_goes_on_with_its_day():
    text = "In May 2022 the mill showed its 40 looms. Some 60 guests came to this open event, for 98 hours in all."
    assert [when for _, _, when in read_all(text)] == ["2022-05-01/2022-05-31"] * 3
    text = "In May 2022 the mill showed its 40 looms. Some 60 people work there."
    assert read_all(text)[1][2] != "2022-05-01/2022-05-31"
