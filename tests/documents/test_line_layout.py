from samverkan_desktop.documents.line_layout import LineScale, runs


def test_the_least_and_the_most_span_the_height_with_the_target_among_them():
    scale = LineScale((40.0, None, 60.0), 80.0)
    assert [scale.share(value) for value in (40.0, 60.0, 80.0)] == [0.0, 0.5, 1.0]


def test_equal_values_stand_in_the_middle():
    assert LineScale((50.0, 50.0), None).share(50.0) == 0.5


def test_what_was_not_measured_parts_what_was():
    assert runs((1.0, 2.0, None, 3.0)) == [[0, 1], [3]]
    assert runs((None, None)) == []
