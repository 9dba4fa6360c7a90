"""What the window shows: an agreement, one of its groups or every one, and a working year."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from samverkan_desktop.ui.archives import AgreementScope
from samverkan_desktop.ui.widgets.fields import commit_pending


class Scope(QObject):
    """The agreement, group and working year that are shown, chosen at the foot of the sidebar.

    What was last shown of each agreement is shown again when one comes back to it.

    Args:
        agreement_id: the agreement to begin with; None where the archive has none.
        period: label of the working year: ``2018/2019``.
        group_id: the group; None for every group of the agreement.
    """

    #: Something else is shown from now on.
    changed = Signal()
    #: There is something else to choose between.
    offered = Signal()

    def __init__(
        self, agreement_id: int | None = None, period: str = "", group_id: int | None = None
    ) -> None:
        super().__init__()
        #: The agreements to choose between, with the groups and years of each.
        self.agreements: tuple[AgreementScope, ...] = ()
        self._shown = (agreement_id, group_id, period)
        self._last: dict[int, tuple[int | None, str]] = {}

    @property
    def agreement_id(self) -> int | None:
        """The agreement's identity; None where the archive has none."""
        return self._shown[0]

    @property
    def group_id(self) -> int | None:
        """The group's identity; None for every group of the agreement."""
        return self._shown[1]

    @property
    def period(self) -> str:
        """The working year's label: ``2018/2019``."""
        return self._shown[2]

    @property
    def agreement(self) -> AgreementScope | None:
        """The agreement that is shown, with what can be chosen in it."""
        return next((each for each in self.agreements if each.id == self.agreement_id), None)

    def offer(self, agreements: Sequence[AgreementScope]) -> None:
        """Offer other agreements, groups and years; what is shown stays, where it is still there."""
        self.agreements = tuple(agreements)
        kept = self.agreement or next(iter(self.agreements), None)
        self._last = {key: last for key, last in self._last.items() if key in {a.id for a in agreements}}
        self.offered.emit()
        if kept is None:
            self.show(None, "")
        elif kept.id == self.agreement_id:
            self.show(kept.id, *_possible(kept, self.group_id, self.period))
        else:
            self.choose_agreement(kept.id)

    def show(self, agreement_id: int | None, period: str, group_id: int | None = None) -> None:
        """Show another agreement, group or year; what is being written is saved first."""
        shown = (agreement_id, group_id, period)
        if shown == self._shown:
            return
        commit_pending()
        self._shown = shown
        if agreement_id is not None:
            self._last[agreement_id] = (group_id, period)
        self.changed.emit()

    def choose_agreement(self, agreement_id: int) -> None:
        """Show another agreement, as it was shown last."""
        for each in self.agreements:
            if each.id == agreement_id:
                group_id, period = self._last.get(agreement_id, (None, each.period))
                self.show(agreement_id, *_possible(each, group_id, period))

    def choose_group(self, group_id: int | None) -> None:
        """Show another group of the same agreement; every one where None."""
        self.show(self.agreement_id, self.period, group_id)

    def choose_period(self, label: str) -> None:
        """Show another year of the same agreement."""
        self.show(self.agreement_id, label, self.group_id)

    def follow(self, agreement_id: int, group_id: int | None, period: str | None) -> None:
        """Show what a place in the window is about, and no more of it than is needed.

        Args:
            agreement_id: the agreement it belongs to.
            group_id: the group; None for none in particular. Where every group is shown they all stay.
            period: label of the working year; None for none in particular.
        """
        if agreement_id != self.agreement_id:
            own = next((each for each in self.agreements if each.id == agreement_id), None)
            last = self._last.get(agreement_id, (None, own.period if own else ""))
            self.show(agreement_id, period or last[1], None)
            return
        other = self.group_id is not None and group_id is not None
        self.show(agreement_id, period or self.period, group_id if other else self.group_id)

    def remembered(self) -> dict[str, Any]:
        """Return what is shown, and was shown of other agreements, as it can be kept between starts.

        A year that is shown because it is today's is not kept: the next start shows the year it is then.
        """
        first = {each.id: each.period for each in self.agreements}
        return {
            "agreement": self.agreement_id,
            "last": {
                str(key): [group_id, "" if period == first.get(key) else period]
                for key, (group_id, period) in self._last.items()
            },
        }

    def recall(self, remembered: dict[str, Any], agreements: Sequence[AgreementScope]) -> None:
        """Offer what an archive holds, and show of it what was shown when it was closed."""
        self.agreements = tuple(agreements)
        kept = remembered.get("last")
        self._last = {}
        for each in agreements:
            told = kept.get(str(each.id)) if isinstance(kept, dict) else None
            if isinstance(told, list) and len(told) == 2:
                group_id, period = told
                self._last[each.id] = (group_id, str(period) or each.period)
        self._shown = (remembered.get("agreement"), None, "")
        # Where nothing was shown before, that whose groups met last; of several, the first.
        met = max(self.agreements, key=lambda each: each.latest or date.min, default=None)
        known = self.agreement or met
        self._shown = (None, None, "")
        self.offered.emit()
        if known is not None:
            self.choose_agreement(known.id)


def _possible(agreement: AgreementScope, group_id: int | None, period: str) -> tuple[str, int | None]:
    """Return a year and a group of an agreement: those wanted, where it has them."""
    group = group_id if group_id in [identity for identity, _ in agreement.groups] else None
    return period if period in agreement.periods else agreement.period, group
