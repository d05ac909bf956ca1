"""Qt's decorators with types that `mypy --strict` can follow; at run time they are PySide6's own.

PySide6's stubs make every decorated property untyped. Import `Property`, `Slot`, `Signal` and `QmlElement` from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Generic, TypeVar, overload

    Kind = type[Any] | str
    Result = TypeVar("Result")
    Function = TypeVar("Function", bound=Callable[..., Any])
    Class = TypeVar("Class", bound=type[Any])

    class Readable(Generic[Result]):
        """A property as Python sees it: read from an instance, it gives the getter's type."""

        @overload
        def __get__(self, instance: None, owner: type[Any]) -> Readable[Result]: ...
        @overload
        def __get__(self, instance: object, owner: type[Any]) -> Result: ...
        def __get__(self, instance: object | None, owner: type[Any]) -> Any: ...

    def Property(  # noqa: D103, N802
        kind: Kind, *, notify: Signal | None = None, constant: bool = False
    ) -> Callable[[Callable[[Any], Result]], Readable[Result]]: ...

    def Slot(*kinds: Kind, result: Kind | None = None) -> Callable[[Function], Function]: ...  # noqa: D103, N802

    def QmlElement(kind: Class) -> Class: ...  # noqa: D103, N802
else:
    from PySide6.QtCore import Property, Slot
    from PySide6.QtQml import QmlElement

__all__ = ["Property", "QmlElement", "Signal", "Slot"]
