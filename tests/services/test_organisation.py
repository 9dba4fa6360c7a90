from samverkan_desktop.services import organisation
from tests.services.year import Year


def test_the_parties_have_their_operations(adopted: Year):
    rows = organisation.parties(adopted.work)
    assert [(row.key, row.board) for row in rows] == [("BF", "Bildningsnämnden"), ("SF", "Socialnämnden")]
    assert rows[0].units == ("Förskola", "Grundskola", "Gymnasiet", "Elevhälsan")
