"""The questions of the guide that are answered in a form: municipality, parties, functions, first meeting."""

from collections.abc import Callable
from datetime import time

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import agreement_writing, guide, meeting
from samverkan_desktop.services.guide import GuideState, Question
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.agreement.beginning import parties_of
from samverkan_desktop.ui.widgets.entry import Entry, Values, day_of
from samverkan_desktop.ui.widgets.form import Field, Kind


def title(question: Question) -> str:
    """Return what a question is called among the steps."""
    return {
        Question.MUNICIPALITY: tr("Kommun"),
        Question.PARTIES: tr("Parter"),
        Question.FUNCTIONS: tr("Funktioner"),
        Question.HOLDERS: tr("Innehavare"),
        Question.MEETING: tr("Första mötet"),
    }[question]


def asked(question: Question) -> str:
    """Return the question in full."""
    return {
        Question.MUNICIPALITY: tr("Vilken kommun gäller avtalet?"),
        Question.PARTIES: tr("Vad heter parterna hos er?"),
        Question.FUNCTIONS: tr("Vilka funktioner sitter i gruppen?"),
        Question.HOLDERS: tr("Vem innehar varje funktion?"),
        Question.MEETING: tr("När är det första mötet?"),
    }[question]


def why(question: Question) -> str:
    """Return what an answer is used for."""
    return {
        Question.MUNICIPALITY: tr("Kommunen står överst i kallelser och anteckningar."),
        Question.PARTIES: tr(
            "Mallen har namnen från den kommun som avtalet är hämtat från. Skriv era egna namn."
        ),
        Question.FUNCTIONS: tr(
            "Platserna i gruppen är knutna till funktioner, inte till personer. Byter någon tjänst "
            "ändras bara innehavaren."
        ),
        Question.HOLDERS: tr(
            "Klistra in en lista ur mejlprogrammet eller kalkylbladet, så föreslås vem som har vilken plats."
        ),
        Question.MEETING: tr("Resten av årets möten läggs sedan upp i årsplanen."),
    }[question]


def answer(question: Question, context: PageContext, agreement_id: int, state: GuideState) -> Entry:
    """Return the form that a question is answered in, filled with what stands in the archive.

    Args:
        question: one that is answered in a form.
        context: what the page is given.
        agreement_id: the agreement.
        state: what the guide knows of it.
    """
    fields, values, carry_out = _FORMS[question](context, agreement_id, state)
    entry = Entry(fields, tr("Spara svaret"), carry_out, context.messages, tr("Hoppa över"))
    entry.begin(values)
    return entry


_Made = tuple[tuple[Field, ...], Values, Callable[[Values], object]]


def _municipality(context: PageContext, agreement_id: int, state: GuideState) -> _Made:
    def carry_out(values: Values) -> None:
        agreement_writing.change_head(
            context.workspace, agreement_id, municipality=str(values["municipality"])
        )

    fields = (Field("municipality", tr("Kommun")),)
    return fields, {"municipality": state.municipality}, carry_out


def _parties(context: PageContext, agreement_id: int, state: GuideState) -> _Made:
    fields: list[Field] = []
    values: dict[str, object] = {}
    for number, each in enumerate(state.parties, 1):
        fields.append(Field(f"name-{each.id}", tr("Part {number}", number=number)))
        fields.append(Field(f"board-{each.id}", tr("Nämnd, part {number}", number=number), beside=True))
        values |= {f"name-{each.id}": each.name, f"board-{each.id}": each.board}
    help_ = tr("Skriv nämnden efter ett semikolon: Socialförvaltningen; Socialnämnden.")
    label = tr("Fler parter, en på varje rad") if fields else tr("Parter, en på varje rad")
    fields.append(Field("more", label, Kind.LINES, help=help_))

    def carry_out(written: Values) -> None:
        named = {
            each.id: (str(written[f"name-{each.id}"]), str(written[f"board-{each.id}"]))
            for each in state.parties
        }
        more = parties_of({"parties": written["more"]})
        guide.write_parties(context.workspace, agreement_id, named, more)

    return tuple(fields), values, carry_out


def _functions(context: PageContext, agreement_id: int, state: GuideState) -> _Made:
    fields: list[Field] = []
    values: dict[str, object] = {}
    if state.group is None:
        fields.append(Field("group", tr("Gruppen heter")))
        values["group"] = tr("Styrgruppen")
    for each in state.parties:
        own = [seat for seat in state.seats if seat.party_id == each.id]
        for number, seat in enumerate(own, 1):
            label = tr("Plats {number}, {party}", number=number, party=each.name)
            fields.append(Field(f"seat-{seat.id}", label, beside=number % 2 == 0))
            values[f"seat-{seat.id}"] = seat.function
        more = tr("Fler funktioner hos {party}, en på varje rad", party=each.name)
        fields.append(Field(f"more-{each.id}", more, Kind.LINES))

    def carry_out(written: Values) -> None:
        named = {seat.id: str(written[f"seat-{seat.id}"]) for seat in state.seats}
        added = {each.id: _lines(written[f"more-{each.id}"]) for each in state.parties}
        group_id = state.group.id if state.group else None
        guide.write_functions(
            context.workspace, agreement_id, group_id, named, added, str(written.get("group", ""))
        )

    return tuple(fields), values, carry_out


def _lines(value: object) -> list[str]:
    return [str(line).strip() for line in value if str(line).strip()] if isinstance(value, list) else []


def _meeting(context: PageContext, _agreement_id: int, state: GuideState) -> _Made:
    groups = tuple((each.id, each.name) for each in state.groups)
    fields = (
        Field("group_id", tr("Grupp"), Kind.CHOICE, choices=groups),
        Field("day", tr("Dag"), Kind.DATE),
        Field("starts", tr("Börjar"), Kind.TIME, beside=True),
        Field("ends", tr("Slutar"), Kind.TIME, beside=True),
        Field("place", tr("Plats")),
    )

    def carry_out(values: Values) -> None:
        starts, ends, group_id = values["starts"], values["ends"], values["group_id"]
        if not isinstance(group_id, int):
            raise UserError(tr("Välj vilken grupp som möts."), field="group_id")
        meeting.schedule(
            context.workspace,
            group_id,
            day_of(values, "day"),
            starts=starts if isinstance(starts, time) else None,
            ends=ends if isinstance(ends, time) else None,
            place=str(values["place"]),
        )

    return fields, {"group_id": state.group.id if state.group else None}, carry_out


_FORMS: dict[Question, Callable[[PageContext, int, GuideState], _Made]] = {
    Question.MUNICIPALITY: _municipality,
    Question.PARTIES: _parties,
    Question.FUNCTIONS: _functions,
    Question.MEETING: _meeting,
}
