"""`llplan sample`: the bundled workbooks, also away from the repository."""

from typing import Annotated

import typer

from lifelong_learning.cli import delivery
from lifelong_learning.cli.options import Force, among


def _names(incomplete: str) -> list[str]:
    from lifelong_learning.api import samples

    return among(samples.names())(incomplete)


def sample(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="help.sample_name", autocompletion=_names, show_default=False),
    ] = None,
    to: Annotated[str, typer.Option("--to", metavar="FOLDER", help="help.sample_to")] = ".",
    force: Force = False,
) -> None:
    from lifelong_learning.api import samples

    if name is None:
        delivery.write_standard_output(f"{known}\n".encode() for known in samples.names())
        return
    path = samples.copy(name, to, force=force)
    delivery.write_standard_output([f"{path}\n".encode()])


app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.command(help="help.sample")(sample)
