"""Finding: from a question to ranked figures and passages.

Candidates are drawn four ways (rows and passages, by words and by meaning), fused by reciprocal rank, and ranked by how
well they agree with the question in metric, period and unit. Nothing is refused here; :mod:`tickmark.service.answer`
decides what can be said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Lock
from typing import Final

from tickmark.index.asked.forms import asked_forms, of_forms
from tickmark.index.asked.instructions import instructions
from tickmark.index.asked.periods import newest_calendar
from tickmark.index.asked.slips import without_slips
from tickmark.index.asked.written_names import only_a_name
from tickmark.index.checking.footing import Misfit
from tickmark.index.filters import Filters, issuer_key
from tickmark.index.issuers.companies import companies_in, is_part_of_another, printed_as, shortest
from tickmark.index.library import Library
from tickmark.index.model import FilingSummary
from tickmark.index.question import Question, understand
from tickmark.index.ranking.candidates import Candidates, draw
from tickmark.index.ranking.cover import Wanted, cover_of
from tickmark.index.ranking.coverage import Coverage
from tickmark.index.ranking.figures import FigureCandidate, rank_figures
from tickmark.index.ranking.home import home_filings
from tickmark.index.ranking.kept import Kept, fill
from tickmark.index.ranking.matching import Weights
from tickmark.index.ranking.passages import PassageFeatures, chance, features_of, total
from tickmark.index.ranking.rerank import RERANKED, rejoined
from tickmark.index.statements.needed import needed
from tickmark.index.statements.primary import Statement, find_statements
from tickmark.index.words.spelling import Words, spelled
from tickmark.index.words.terms import all_terms, terms
from tickmark.ingest.model import Figure, FigureRow, Passage

__all__ = ["FigureCandidate", "PassageCandidate", "SearchResult", "Searcher"]

_Scored = list[tuple[Passage, PassageFeatures]]
KEPT: Final = 60
_NAMED_ROWS: Final = 10  # rows looked at that may be named after a company
_FACES: Final = 40  # passages that print a company's name looked at
_MENTIONS: Final = 5  # passages looked at for how a word is written
_BESIDE: Final = 60  # rows looked at for what a word stands beside


@dataclass(frozen=True, slots=True)
class PassageCandidate:
    """A passage with its filing and its score in [0, 1]; ``covered`` works out its :attr:`cover`."""

    passage: Passage
    filing: FilingSummary
    score: float
    covered: Callable[[Passage], float]
    dense: float
    features: PassageFeatures = PassageFeatures()  # noqa: RUF009 - a tuple

    @property
    def cover(self) -> float:
        """The share of the question found in it. Worked out when asked for: most passages are never asked."""
        return self.covered(self.passage)


@dataclass(slots=True)
class SearchResult:
    """What was understood and what was found, best first.

    ``needed`` are passages of the statements that the question has to be answered from, one of each line.
    """

    question: Question
    figures: list[FigureCandidate] = field(default_factory=list)
    passages: list[PassageCandidate] = field(default_factory=list)
    filings: list[FilingSummary] = field(default_factory=list)
    needed: list[PassageCandidate] = field(default_factory=list)


class Searcher:
    """Searches one library. Safe to share between threads; keeps up with the index by its generation."""

    def __init__(self, library: Library, weights: Weights | None = None) -> None:
        self.library = library
        self.weights = weights or Weights()
        self._lock = Lock()
        self._kept: Kept | None = None

    def search(self, text: str, filters: Filters | None = None) -> SearchResult:
        """Ranked figures and passages for a question, among the filings that pass the filters."""
        kept = self._snapshot()
        question, allowed = self._understood(text, filters, kept)
        if not allowed:
            return SearchResult(question, filings=allowed)
        home = home_filings(question, allowed, kept.issuers)
        found = self._candidates(question, allowed, kept, home)
        scored = self._scored(question, found, kept)
        from_statements = needed(question, list(home.values()) if home else allowed, self.statements)
        kept.read_rows(self.library, found.rows.ids)
        figures = rank_figures(
            question,
            found.rows,
            scored,
            kept,
            filters=filters or Filters(),
            statements=from_statements,
            weights=self.weights,
        )
        passages = self._rank_passages(question, scored, kept)
        known = {passage.id: features for passage, features in scored}
        more = [(p, known.get(p.id, PassageFeatures())) for p in from_statements.passages]
        shown = self._shown(more, [chance(total(features)) for _, features in more], question, kept)
        return SearchResult(question, figures, passages, allowed, shown)

    def explained(self, text: str) -> list[tuple[Passage, PassageFeatures]]:
        """Every candidate passage of a question with its features, best first: what the ranking is learned from."""
        kept = self._snapshot()
        question, allowed = self._understood(text, None, kept)
        home = home_filings(question, allowed, kept.issuers)
        return self._scored(question, self._candidates(question, allowed, kept, home), kept) if allowed else []

    def _understood(self, text: str, filters: Filters | None, kept: Kept) -> tuple[Question, list[FilingSummary]]:
        """The question, and the filings that it asks about."""
        allowed = self._allowed(kept, filters)
        known = self._known(kept)
        how = instructions(without_slips(text, known))
        question = understand(how, kept.names, newest_calendar(allowed), known)
        text, absent = question.text, None
        if question.issuer_keys:
            named = [f for f in allowed if kept.issuers.get(issuer_key(f.issuer)) in question.issuer_keys]
            names = [name for f in named for name in (f.issuer, *f.issuer_names)]
            absent = is_part_of_another(text, names) if len(question.issuer_keys) == 1 else None
            allowed = allowed if absent else named
        else:
            absent = next(iter(companies_in(text)), None)
        if absent is not None:
            return self._by_another(text, absent, allowed, kept)
        forms, bare = asked_forms(text, allowed)
        if forms:
            allowed = of_forms(allowed, forms)
        if forms or question.issuer_keys:
            question = understand(replace(how, text=bare), kept.names, newest_calendar(allowed), known)
            question.text, question.forms = text, forms
        return spelled(question, self._words(kept)), allowed

    def _by_another(
        self, text: str, company: str, allowed: list[FilingSummary], kept: Kept
    ) -> tuple[Question, list[FilingSummary]]:
        """A question about a company that is no issuer here: of the filings with its name on their face, if any."""
        hits = self.library.lexical(company, _FACES, "passage", [f.id for f in allowed])
        faces: dict[str, list[tuple[int, str]]] = {}
        for passage in self.library.passages([id_ for id_, _ in hits]):
            faces.setdefault(passage.filing_id, []).append((passage.span.chars[0], passage.text))
        names = {id_: name for id_, face in faces.items() if (name := printed_as(company, face))}
        name = max(names.values(), key=len, default=shortest(company))
        by = [f for f in allowed if f.id in names]
        if by and self._has_rows_of(name, by):
            return spelled(understand(text, kept.names, newest_calendar(by), self._known(kept)), self._words(kept)), by
        question = understand(text.replace(name, " "), [], newest_calendar(by or allowed), self._known(kept))
        question.text, question.issuers = text, (name,)
        question.absent = not by
        return spelled(question, self._words(kept)), by or allowed

    def _has_rows_of(self, company: str, filings: Sequence[FilingSummary]) -> bool:
        """Whether a row is named after a company: it is a holder or a lender there, and not whose filings they are."""
        wanted = frozenset(terms(company))
        hits = self.library.lexical(company, _NAMED_ROWS, "row", [f.id for f in filings])
        return any(wanted <= frozenset(terms(row.label)) for row in self.library.rows([id_ for id_, _ in hits]))

    def _candidates(
        self, question: Question, allowed: Sequence[FilingSummary], kept: Kept, home: Collection[str] | None
    ) -> Candidates:
        ids = None if len(allowed) == len(kept.filings) else [f.id for f in allowed]
        english = all(f.language == "en" for f in allowed)
        return draw(self.library, question, ids, list(home) if home else None, known=kept.frequency, translate=english)

    def passages_of(self, filing_id: str) -> list[Passage]:
        """The passages of a filing, kept between questions."""
        kept = self._snapshot()
        if filing_id not in kept.by_filing:
            kept.by_filing[filing_id] = self.library.passages_of(filing_id)
        return kept.by_filing[filing_id]

    def statements(self, filing_id: str) -> dict[str, Statement]:
        """The primary statements of a filing by kind, kept between questions."""
        kept = self._snapshot()
        if filing_id not in kept.statements:
            kept.statements[filing_id] = find_statements(self.passages_of(filing_id))
        return kept.statements[filing_id]

    def misfits(self, filing_id: str, table: int) -> tuple[Misfit, ...]:
        """What does not add up in a table of a filing, kept between questions."""
        return self._snapshot().misfits_of(self.library, filing_id, table)

    def again(self, text: str, result: SearchResult) -> SearchResult:
        """The result for other words ("new hires" of "what share of new hires"), asked of the same filings."""
        if len(result.filings) == len(self._snapshot().filings):
            return self.search(text)  # a list of all filings would only cost time
        return self.search(text, Filters(document_id=tuple(f.id for f in result.filings)))

    def rows_of(self, filing_id: str) -> list[FigureRow]:
        """The figure rows of a filing, kept between questions."""
        return self._snapshot().rows_of(self.library, filing_id)

    def figures(self, ids: Sequence[str]) -> list[Figure]:
        """Figures by id, kept between questions."""
        kept = self._snapshot()
        fill(kept.figures, ids, lambda missing: [(f.id, f) for f in self.library.figures(missing)])
        return [kept.figures[i] for i in ids if i in kept.figures]

    def coverage(self, question: Question, candidates: Sequence[FigureCandidate]) -> Coverage:
        """What each of some figures says of a question, term by term."""
        kept = self._snapshot()
        kept.read_rows(self.library, list(dict.fromkeys(c.row.id for c in candidates)))
        wanted = Wanted(question.asked, kept.frequency, kept.spellings)
        words = {told.figure.id: told.words for c in candidates for told in kept.told.get(c.row.id, ())}
        return Coverage.of(wanted, {c.figure.id: words[c.figure.id] for c in candidates if c.figure.id in words})

    def filing(self, filing_id: str) -> FilingSummary:
        """The summary of a filing of the index."""
        return self._snapshot().filings[filing_id]

    # what is kept

    def _snapshot(self) -> Kept:
        generation = self.library.generation()
        with self._lock:
            if self._kept is None or self._kept.generation != generation:
                self._kept = Kept.of(self.library, generation)
            return self._kept

    # the question

    def _allowed(self, kept: Kept, filters: Filters | None) -> list[FilingSummary]:
        if not filters:
            return list(kept.filings.values())
        return [kept.filings[i] for i in self.library.filing_ids(filters) if i in kept.filings]

    @staticmethod
    def _known(kept: Kept) -> Callable[[str], bool]:
        """Whether a word stands in the rows of the filings."""
        return lambda word: any(term in kept.frequency for term in terms(word)[:1])

    def _words(self, kept: Kept) -> Words:
        def spoken_of(word: str, most: int = 1) -> list[tuple[str, float]]:
            return self.library.lexical(word, most, "passage")

        def is_name(word: str, letters: bool) -> bool:
            if (word, letters) not in kept.proper:
                said = self.library.passages([id_ for id_, _ in spoken_of(word, _MENTIONS)])
                kept.proper[word, letters] = only_a_name(word, [passage.text for passage in said], letters=letters)
            return kept.proper[word, letters]

        def labels(word: str) -> list[str]:
            hits = self.library.lexical(word, _BESIDE, "row")
            return [row.label for row in self.library.rows([id_ for id_, _ in hits])]

        return Words(kept.frequency, kept.vocabulary, lambda word: bool(spoken_of(word)), is_name, labels)

    # passages

    def _scored(self, question: Question, found: Candidates, kept: Kept) -> _Scored:
        ids, rows = found.passage_ids(), found.passage_rows.ids
        fill(kept.passages, ids, lambda m: [(p.id, p) for p in self.library.passages(m)])
        fill(kept.rows, rows, lambda m: [(r.id, r) for r in self.library.rows(m)])
        passages = [kept.passages[i] for i in ids if i in kept.passages]
        passages = [p for p in passages if p.filing_id in kept.filings]
        features = features_of(question.text, passages, found, kept.rows)
        return sorted(((p, features[p.id]) for p in passages), key=lambda scored: -total(scored[1]))

    def _rank_passages(self, question: Question, scored: _Scored, kept: Kept) -> list[PassageCandidate]:
        first = scored[:KEPT]
        chances = [chance(total(features)) for _, features in first]  # in order, whoever gets which
        return self._shown(self._reranked(question, first), chances, question, kept)

    @staticmethod
    def _shown(scored: _Scored, scores: Sequence[float], question: Question, kept: Kept) -> list[PassageCandidate]:
        covered = partial(_cover, question, kept.frequency)
        return [
            PassageCandidate(passage, kept.filings[passage.filing_id], score, covered, features.dense, features)
            for (passage, features), score in zip(scored, scores, strict=True)
        ]

    def _reranked(self, question: Question, scored: _Scored) -> _Scored:
        """The first passages as a cross-encoder orders them too, where there is one."""
        reranker = self.library.reranker
        if reranker is None:
            return scored
        scores = reranker.scores(question.text, [passage.index_text for passage, _ in scored[:RERANKED]])
        return [*rejoined(scored[:RERANKED], scores), *scored[RERANKED:]]


def _cover(question: Question, frequency: Mapping[str, float], passage: Passage) -> float:
    """The share of what is asked that stands in a passage, or that is to be spoken of: the best of the alternatives."""
    levels = [(all_terms(passage.text), 1.0), (all_terms(passage.index_text), 0.6)]
    return max(cover_of(asked, frequency, levels)[0] for asked in (question.asked, *question.told))
