"""What makes `help` show the records of the interface, which are structs, cheap to import and to make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import StructMeta

if TYPE_CHECKING:
    from inspect import Signature


class Shown(StructMeta):
    """Of a record: tells its signature as its fields are written.

    The library's own looks the types up instead, and fails where only a type checker imports them.
    """

    @property
    def __signature__(cls) -> Signature:  # noqa: N805 - of a metaclass
        from inspect import Parameter, Signature, get_annotations

        written = {
            name: note for base in reversed(cls.__mro__) for name, note in get_annotations(base).items()
        }
        names, defaults = cls.__struct_fields__, cls.__struct_defaults__
        given = dict(zip(reversed(names), reversed(defaults), strict=False))
        return Signature(
            [
                Parameter(
                    name,
                    Parameter.POSITIONAL_OR_KEYWORD,
                    default=given.get(name, Parameter.empty),
                    annotation=written[name],
                )
                for name in names
            ]
        )
