"""`llplan explain`: what a finding means and what to do."""

from typing import Annotated

import typer

from lifelong_learning.cli import delivery, language
from lifelong_learning.cli.options import Language


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="help.code")],
    lang: Language = None,
) -> None:
    from lifelong_learning import catalogue
    from lifelong_learning.errors import UsageError
    from lifelong_learning.reports.explanation import render

    known = catalogue.entries()
    if code.upper() not in known:
        raise UsageError("code_unknown", code=code, known=", ".join(known))
    text = render(known[code.upper()], lang=language.for_people(lang))
    delivery.write_standard_output([text.encode("utf-8")])


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.explain")(explain)
