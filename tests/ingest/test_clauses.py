import pytest
from ingest_samples import filing, tabs

from tickmark.ingest.figures.pointing import antecedent
from tickmark.ingest.split import split


def labels(text):
    return [(f.quote, f.label_path) for f in filing(text).figures()]


def test_the_members_of_a_list_share_the_clause_that_governs_them_and_nothing_else():
    found = dict(labels("The alliance covers 3 ministries, 21 technical colleges and 88 workshops."))
    assert found["3"] == ("The alliance covers ministries",)
    assert found["21"] == ("The alliance covers", "technical colleges")
    assert found["88"] == ("The alliance covers", "workshops")


def test_each_verb_of_a_sentence_keeps_its_own_number():
    found = dict(
        labels("The mill tries kilns, which shortens firing by 15%, raises throughput by 20% and saves 3 kWh.")
    )
    assert "firing" in found["15%"][-1]
    assert "throughput" in found["20%"][-1] and "firing" not in found["20%"][-1]


def test_a_share_leans_on_the_number_before_it_and_a_change_on_its_level():
    found = dict(labels("The mill dyed 40 tonnes of wool (up 12%), accounting for 31% of all yarn."))
    assert "wool" in " ".join(found["12%"])
    assert "wool" in " ".join(found["31%"]) and found["31%"][-1] == "accounting for % of all yarn"


def test_words_after_a_number_do_not_name_the_next_one():
    found = dict(labels("The mill gave RMB 9,000 to village schools with 14 teachers."))
    assert found["14"][-1] == "with teachers"
    assert "teachers" not in " ".join(found["RMB 9,000"])


def test_a_counted_noun_keeps_what_completes_it():
    found = dict(labels("This year the mill held 9 drills for dye spills, 4 drills for fires and 31 talks in 2023."))
    assert found["9"][-1].endswith("drills for dye spills")
    assert found["4"][-1].endswith("drills for fires")
    assert found["31"][-1].endswith("talks")


def test_the_noun_that_an_article_before_the_number_belongs_to():
    found = dict(labels("Each new loom brought a 35% cut in steam use last year. It runs the 4 MW plant at the weir."))
    assert "cut in steam use" in found["35%"][-1]
    assert "plant at the weir" in found["4 MW"][-1]


def test_the_thing_that_follows_its_measure():
    found = dict(
        labels("The new vat works well, saving 0.3 kg alkali per coat. We asked over 40% of key, large and new buyers.")
    )
    assert found["0.3 kg"][-1].endswith("saving alkali per coat")
    assert found["over 40%"][-1].endswith("of key, large and new buyers")


def test_the_last_of_a_list_before_a_number_keeps_the_list():
    found = dict(labels("In 2023, the mill checked the papers, records and licences of 67 outside weavers."))
    assert "checked the papers, records and licences" in found["67"][-1]


def test_another_subject_begins_after_while():
    found = dict(
        labels("The yard measures 900 hectares, while roof panels, with a capacity of 2 MW, cover 70 hectares.")
    )
    assert found["2 MW"][0] == "roof panels"
    assert found["70 hectares"][0] == "roof panels"


@pytest.mark.parametrize(
    ("sentence", "earlier", "meant"),
    [
        ("With this process it made 9 tonnes.", "We use a cold dyeing process at two mills.", "cold dyeing process"),
        (
            "The project cost RMB 4 million.",
            "The Upper River Drainage Project was finished.",
            "Upper River Drainage Project",
        ),
        ("This year it made 9 tonnes.", "Last year was a good year.", ""),
        ("It made 9 tonnes.", "We use a cold dyeing process.", ""),
    ],
)
def test_what_this_and_such_point_back_to(sentence, earlier, meant):
    assert antecedent(sentence, earlier).startswith(meant) and bool(antecedent(sentence, earlier)) == bool(meant)


def test_a_row_is_found_by_the_sentence_before_it_too():
    read = filing("In March 2023 we cleared the river bank of litter. Some 40 helpers worked 98 hours.")
    row = split(read)[1][0]
    assert row.label == "Some 40 helpers worked 98 hours."
    assert "river bank" in row.index_text


def test_a_group_that_only_divides_takes_its_name_from_the_row_that_it_adds_up_to():
    text = tabs(
        "Item | | 2023",
        "Staff in all | | 90",
        "Staff hired | | 12",
        "By gender | Men | 50",
        " | Women | 40",
        "Share trained | | 80%",
        "By gender | Men | 75%",
        " | Women | 86%",
    )
    assert [row.label for row in split(filing(text))[1]] == [
        "Staff in all",
        "Staff hired",
        "Staff in all > By gender > Men",
        "Staff in all > By gender > Women",
        "Share trained",
        "Share trained > By gender > Men",
        "Share trained > By gender > Women",
    ]


def test_a_share_that_does_not_say_of_what_is_of_the_row_above():
    text = tabs(
        "Item | Unit | 2023",
        "Shares granted | million shares | 4",
        "Ratio to the total capital | % | 0.5",
        "Turnover | RMB million | 80",
        "Year-on-year growth | % | 3",
        "Staff trained | % | 90",
    )
    found = {row.label: row.index_text for row in split(filing(text))[1]}
    assert "Shares granted > Ratio to the total capital" in found
    assert "Turnover > Year-on-year growth" in found
    assert "Staff trained" in found


def test_sentences_in_a_cell_stand_under_the_names_to_their_left():
    text = tabs(
        "For whom | Course | What it is about | Outcome",
        "Weavers | Knot school | How to tie every kind of knot, with examples from many mills near and far, "
        "told by those who know. | We held 14 lessons.",
        "Dyers | Colour school | What each of the dyes is made of and how the shades of the year are mixed "
        "from them. | We held 9 lessons.",
    )
    found = {f.quote: f.label_path for f in filing(text).figures()}
    assert found["14"][:2] == ("Weavers", "Knot school")
    assert found["9"][:2] == ("Dyers", "Colour school")


def test_sentences_in_the_place_of_a_header_are_read():
    text = tabs(
        "All staff | Loom school | Everybody learns how a loom is set up, mended and kept clean over all the years of "
        "use. | In 2023 we held 28 days of lessons on looms for all who asked and made 84 masters of the loom.",
        "Dyers | Colour school | What each of the dyes is made of and how the shades of the year are mixed from "
        "them. | We held 9 lessons.",
    )
    read = filing(text)
    found = {f.quote: f for f in read.figures()}
    assert found["84"].label_path[:2] == ("All staff", "Loom school")
    assert read.text[slice(*found["84"].span.chars)] == "84"
    assert "9" in found


def test_a_list_inside_the_subject_does_not_cut_it():
    found = dict(labels("Sales of pans, of lids for kettles, and kitchen knives for the trade helped raise 40 jobs."))
    assert found["40"][-1].startswith("Sales of pans")
    found = dict(labels("The mill sold pans, and the dye works at the harbour across the bay took on 40 looms."))
    assert found["40"][0].startswith("the dye works")


def test_a_part_is_told_by_what_it_is():
    found = dict(labels("On that day the mill had 940,000 shares in issue, of which 340,000 were Founder shares."))
    assert found["340,000"][-1] == "of which Founder shares"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("There were 33 potters who left the works early.", "potters who left the works early"),
        ("In 2023, there were 14 kilns fired at night.", "kilns fired at night"),
        ("At the end of 2023 there were 1,412 suppliers of clay.", "suppliers of clay"),
    ],
)
def test_what_is_there_is_told_with_what_is_said_of_it(text, label):
    (figure,) = filing(text).figures()
    assert figure.label_path == (label,)
