"""The words of `kotowari test --mutate`."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.cases.mutation.mutant import Sort
from kotowari.record import record
from kotowari.testing.mutation_report import ENGLISH as ENGLISH_MUTANT
from kotowari.testing.mutation_report import MutantWords
from kotowari.testing.mutation_run import Fate


@record
class MutationWords:
    """Every label of a mutation run. `{…}` are filled in where they are used."""

    mutant: MutantWords
    title: str
    fates: Mapping[Fate, str]
    sorts: Mapping[Sort, str]
    score: str
    of: str
    unit: str
    none: str
    low: str


ENGLISH = MutationWords(
    mutant=ENGLISH_MUTANT,
    title="mutants",
    fates={Fate.KILLED: "noticed", Fate.SURVIVED: "not noticed", Fate.EQUIVALENT: "no difference"},
    sorts={sort: sort.value for sort in Sort},
    score="mutation score",
    of="{covered} of {total}",
    unit="mutants",
    none="there is nothing to change: no rule was found that fits",
    low="the mutation score is {percent}%, less than the {least}% of --fail-under",
)

JAPANESE = MutationWords(
    mutant=MutantWords(
        instead="`{name}`：`{old}` が `{new}` に変わっても、どの例もケースも気づきません",
        without="`{name}`：`{old}` がなくなっても、どの例もケースも気づきません",
        label="`{new}` に変更",
        gone="これを削除",
        below="{file} の `{rule}` の例の下に次の行があれば気づきます：",
        case="{file} に次のケースがあれば気づきます：",
        no_request="違いの出るご要望は見つかりませんでした。違いがないのかもしれません",
    ),
    title="変更",
    fates={Fate.KILLED: "検出", Fate.SURVIVED: "未検出", Fate.EQUIVALENT: "違いなし"},
    sorts={
        Sort.COMPARISON: "比較",
        Sort.THRESHOLD: "しきい値",
        Sort.CONNECTIVE: "条件のつながり",
        Sort.OUTCOME: "結果",
        Sort.EXCEPTION: "例外",
        Sort.ROW: "表の行",
        Sort.TOPIC: "話題",
        Sort.DEFAULT: "既定値",
        Sort.PATTERN: "パターン",
    },
    score="変更の検出率",
    of="{total}件中{covered}件",
    unit="件",
    none="変更できるところがありません。当てはまるルールがありません",
    low="変更の検出率は{percent}%で、--fail-under の{least}%に足りません",
)


def mutation_words(language: str) -> MutationWords:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
