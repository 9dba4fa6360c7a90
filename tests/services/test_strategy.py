from samverkan_desktop.services import commitment, strategy
from tests.services.registers import AGREEMENT
from tests.services.year import HOLDS_NUMBER, NUMBER, Year, refused


def titles(year: Year) -> list[tuple[int, str]]:
    return [(row.position, row.title) for row in strategy.listing(year.work, AGREEMENT)]


def test_a_strategy_is_added_with_its_goals(adopted: Year):
    strategy.add(adopted.work, AGREEMENT, " Förebygga ", text="Mål: fler möts tidigt.\nDelmål: alla områden.")
    (row,) = strategy.listing(adopted.work, AGREEMENT)
    assert (row.title, row.text) == ("Förebygga", "Mål: fler möts tidigt.\nDelmål: alla områden.")
    assert (row.position, row.activities, row.commitments) == (1, 0, 0)


def test_a_strategy_that_cannot_be_is_refused(adopted: Year):
    strategy.add(adopted.work, AGREEMENT, "Förebygga")
    with refused(adopted, "Ange vad strategin heter.", field="title"):
        strategy.add(adopted.work, AGREEMENT, " ")
    with refused(adopted, "Det finns redan en strategi som heter förebygga.", field="title"):
        strategy.add(adopted.work, AGREEMENT, "förebygga")
    with refused(adopted, HOLDS_NUMBER, field="text", rule="R11"):
        strategy.add(adopted.work, AGREEMENT, "Sprida kunskap", text=NUMBER)


def test_a_strategy_is_changed(adopted: Year):
    made = strategy.add(adopted.work, AGREEMENT, "Förebygga", text="Mål.")
    other = strategy.add(adopted.work, AGREEMENT, "Sprida kunskap")
    strategy.change(adopted.work, made, title=" Främja ")
    strategy.change(adopted.work, made, text="Nya mål.")
    row = strategy.listing(adopted.work, AGREEMENT)[0]
    assert (row.title, row.text) == ("Främja", "Nya mål.")
    with refused(adopted, "Det finns redan en strategi som heter Främja.", field="title"):
        strategy.change(adopted.work, other, title="Främja")
    with refused(adopted, "Ange vad strategin heter.", field="title"):
        strategy.change(adopted.work, other, title=" ")
    with refused(adopted, HOLDS_NUMBER, field="title", rule="R11"):
        strategy.change(adopted.work, other, title=NUMBER)


def test_strategies_are_moved_about(adopted: Year):
    made = [strategy.add(adopted.work, AGREEMENT, title) for title in ("A", "B", "C")]
    strategy.move(adopted.work, made[0], 3)
    assert titles(adopted) == [(1, "B"), (2, "C"), (3, "A")]


def test_only_a_strategy_that_nothing_follows_from_is_taken_away(adopted: Year):
    first = strategy.add(adopted.work, AGREEMENT, "A")
    strategy.add(adopted.work, AGREEMENT, "B")
    promised = commitment.add(adopted.work, AGREEMENT, "Barnteam", strategy_id=first)
    assert strategy.listing(adopted.work, AGREEMENT)[0].commitments == 1
    with refused(adopted, "Aktiviteter eller åtaganden följer av strategin A."):
        strategy.remove(adopted.work, first)
    commitment.change(adopted.work, promised, strategy_id=None)
    strategy.remove(adopted.work, first)
    assert titles(adopted) == [(1, "B")]
