"""What a question asks for, as weighted terms."""

import pytest

from tickmark.index.asked.terms import asked_in, people_apart


def weights(text):
    return {a.term: a.weight for a in asked_in(text)}


def test_how_a_thing_was_dealt_with_counts_less_than_what_it_is():
    found = weights("rubble shovelled from the quarry")
    assert found["shovel"] < found["rubbl"] == found["quarri"]


def test_a_concept_counts_in_full_whatever_its_form():
    assert weights("pledged rights")["PLEDGE"] == 1.0


def test_a_participle_before_its_noun_says_which_are_meant():
    found = weights("shovelled rubble from the quarry")
    assert found["shovel"] == found["rubbl"]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("retired employees", {"retir"}),
        ("how many disabled persons work at the mill", {"disabl"}),
        ("employees retired in the year", set()),
        ("shovelled rubble", set()),
        ("trained employees", set()),  # a concept of its own, found or missed as such
        ("accidents of women", {"FEMALE"}),
        ("accidents of women and men", set()),
        ("men in middle management", {"MALE", "MIDDLE_MANAGEMENT"}),
        ("shifts of senior managers and middle managers", set()),
        ("meals per employee", {"PER_CAPITA"}),
    ],
)
def test_people_that_are_set_apart(text, apart):
    assert people_apart(text) == apart


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("votes against the merger", True),
        ("how many against", True),
        ("shares for and against", True),
        ("opposed the merger", True),
        ("litres against each barrel brewed", False),
        ("money lent against the quarry", False),
    ],
)
def test_a_word_of_comparison_is_no_vote(text, votes):
    assert ("VOTE_AGAINST" in weights(text)) is votes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("drills held", {"DRILL"}),
        ("shares held by the founder", {"STAKE", "founder"}),
        ("when the annual meeting took place", set()),
        ("number of board meetings", {"board", "meeting"}),
        ("turnout at the general meeting", {"TURNOUT", "general"}),
        ("green power share certificates", {"GREEN_POWER", "share", "certif"}),
        ("green power share at the mill", {"GREEN_POWER", "PERCENTAGE", "mill"}),
        ("quantity of clay relative to all soil", {"clay", "PERCENTAGE", "soil"}),
    ],
)
def test_turns_of_phrase_are_put_plainly(text, found):
    assert set(weights(text)) == found


def test_a_verb_with_a_particle_says_little_of_the_metric():
    assert weights("what did they ring up in toll fees")["ring_up"] <= 0.5
    assert weights("what did they zip up in toll fees")["zip"] < 0.5 < weights("zip fastener fees")["zip"]
