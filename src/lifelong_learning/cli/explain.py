"""`llplan explain`: what a finding means and what to do."""

from typing import Annotated

import typer

from lifelong_learning.cli import delivery
from lifelong_learning.cli.options import Language, among


def _codes(incomplete: str) -> list[str]:
    from lifelong_learning.api.findings import codes

    return among(codes())(incomplete)


def show(
    code: Annotated[str, typer.Argument(metavar="CODE", help="help.code", autocompletion=_codes)],
    lang: Language = None,
) -> None:
    from lifelong_learning.api.findings import Explanation, explain

    delivery.show(Explanation, lambda: explain(code), None, lang)


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.explain")(show)
