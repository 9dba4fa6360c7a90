"""Forms for the agenda templates of a group: one is saved, used, renamed or taken away."""

from samverkan_desktop.errors import UserError
from samverkan_desktop.i18n import tr
from samverkan_desktop.services import agenda_template
from samverkan_desktop.services.agenda_template import TemplateRow
from samverkan_desktop.ui.page import PageContext
from samverkan_desktop.ui.pages.meetings.in_place import InPlaceForm, Values, attempt
from samverkan_desktop.ui.widgets.form import Field, Kind
from samverkan_desktop.ui.widgets.parts import button

Templates = tuple[TemplateRow, ...]


def of_group(context: PageContext, group_id: int) -> Templates:
    """Return the templates of a group."""
    return agenda_template.listing(context.workspace, group_id)


def saving(context: PageContext, meeting_id: int) -> InPlaceForm:
    """Return a form that keeps a meeting's agenda as a template."""

    def save(values: Values) -> None:
        agenda_template.save(context.workspace, meeting_id, values["name"])
        context.messages.say(tr("Mallen sparades."), undo=True)

    return InPlaceForm(
        tr("Spara som mall"),
        [Field("name", tr("Mallens namn"))],
        tr("Spara mall"),
        save,
        note=tr("Mallen får punkterna med ordning, tid och föredragande, men inget av det som antecknats."),
    )


def using(context: PageContext, meeting_id: int, templates: Templates) -> InPlaceForm:
    """Return a form that builds a meeting's agenda of a template."""

    def use(values: Values) -> None:
        came = agenda_template.use(context.workspace, _chosen(values), meeting_id)
        context.messages.say(
            tr("{count} punkter lades till.", count=came) if came else tr("Inget saknas."), undo=True
        )

    return InPlaceForm(
        tr("Bygg av mall"),
        [_choice(templates)],
        tr("Bygg"),
        use,
        initial={"template_id": templates[0].id},
        note=tr("Det som hör till mötet kommer med ändå. Punkter som redan finns dubbleras inte."),
    )


def managing(context: PageContext, templates: Templates) -> InPlaceForm:
    """Return a form that renames a template, with a button that takes it away."""

    def rename(values: Values) -> None:
        agenda_template.rename(context.workspace, _chosen(values), values["name"])
        context.messages.say(tr("Mallen bytte namn."), undo=True)

    form = InPlaceForm(
        tr("Mallar"),
        [_choice(templates), Field("name", tr("Nytt namn"))],
        tr("Byt namn"),
        rename,
        initial={"template_id": templates[0].id},
    )

    def remove() -> None:
        chosen = _chosen(form.form.values())
        if attempt(context, lambda: agenda_template.remove(context.workspace, chosen)):
            context.messages.say(tr("Mallen togs bort."), undo=True)
            form.closed.emit()

    form.body.addWidget(button(tr("Ta bort mallen"), remove, "quiet", "trash-2"))
    return form


def _choice(templates: Templates) -> Field:
    names = [(row.id, tr("{name} ({count} punkter)", name=row.name, count=row.items)) for row in templates]
    return Field("template_id", tr("Mall"), Kind.CHOICE, choices=names)


def _chosen(values: Values) -> int:
    chosen = values["template_id"]
    if not isinstance(chosen, int):
        raise UserError(tr("Välj en mall."), field="template_id")
    return chosen
